# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The operations, one package a system and one module an operation."""
