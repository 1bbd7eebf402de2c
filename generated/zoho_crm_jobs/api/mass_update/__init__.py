# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Change a field of many records of one module in one job."""
