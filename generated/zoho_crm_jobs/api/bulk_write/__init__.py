# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Insert, update or upsert the rows of a CSV file in one job."""
