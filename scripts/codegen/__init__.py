"""The generator of everything that is made from ``openapi/``: the published forms and the Python client."""
