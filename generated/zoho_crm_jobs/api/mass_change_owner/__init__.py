# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Give the records of a custom view to another user in one job."""
