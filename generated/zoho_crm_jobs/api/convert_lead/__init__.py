# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Turn a lead into a contact, an account and, if asked, a deal."""
