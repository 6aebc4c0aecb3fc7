"""Tests mirror the tree; helpers that several of them share lie beside them."""
