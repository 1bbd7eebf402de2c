"""Measures the client and the sandbox."""
