# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The operations as methods, in a module for each tag of the document."""
