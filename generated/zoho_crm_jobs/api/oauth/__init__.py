# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get access tokens, and revoke refresh tokens, on the accounts server."""
