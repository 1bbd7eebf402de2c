"""Builds everything that is made from ``openapi/``: the bundle for other teams and the Python client."""
