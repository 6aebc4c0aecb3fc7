"""Tests of the documents that are sent."""
