"""What the scorecard and the lint are made of. Pure."""
