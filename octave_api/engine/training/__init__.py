"""The statements that the classifier learns from, the command that trains it, and its weights."""
