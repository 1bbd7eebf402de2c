# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The reason."""

from __future__ import annotations

from ..runtime.types import OpenEnum


class OAuthErrorError(OpenEnum):
    """The reason."""

    INVALID_CODE = "invalid_code"
    INVALID_CLIENT = "invalid_client"
    INVALID_CLIENT_SECRET = "invalid_client_secret"
    INVALID_REDIRECT_URI = "invalid_redirect_uri"
    INVALID_TOKEN = "invalid_token"
    GENERAL_ERROR = "general_error"
    ACCESS_DENIED = "Access Denied"
    MISSING_ORG_INFO = "missing_org_info"
