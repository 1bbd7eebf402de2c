"""Property tests of any server against the OpenAPI document.

Schemathesis generates the requests and has checks for any API; the checks in ``checks`` are for Zoho's.
"""
