"""Tests of the scorecard, the lint and what is built on them."""
