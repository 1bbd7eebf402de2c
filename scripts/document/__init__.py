"""Reads the OpenAPI document in ``openapi/``."""
