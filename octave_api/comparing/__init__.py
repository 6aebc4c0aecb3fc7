"""Personas and segments side by side, and the matrix of both. Pure."""
