"""Tests of the service and the server."""
