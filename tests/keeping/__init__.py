"""Tests of the library's floor."""
