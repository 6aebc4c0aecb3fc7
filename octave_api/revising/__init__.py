"""Changing what was generated: editing, merging, comparing states, bundles. Pure."""
