# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The operations as methods, by tag of the document."""
