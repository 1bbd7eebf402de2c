"""Property tests of any server that says it is what the OpenAPI document describes.

Schemathesis makes the requests and brings the checks that any API is due; the checks in ``checks`` know Zoho.
"""
