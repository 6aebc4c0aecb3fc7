"""What the pages share. Modules without Streamlit are pure; `cards` and `state` draw and keep."""
