# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Convert many quotes or sales orders in one job."""
