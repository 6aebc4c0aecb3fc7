"""The pages of the dashboard; `app.py` is the way in."""
