# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""What the whole document says."""

from __future__ import annotations

from typing import Literal

PACKAGE_VERSION = "0.1.0"
"""The version of this package."""

DOCUMENT_VERSION = "0.1.0"
"""The version of the document that this package was made from."""

DOCUMENT_SHA256 = "fb5971a7c6d04fb36c61e46141b8253bacb7fb308b6dbf6ddefa1890d3eb1f9d"
"""The digest of the document that this package was made from, which it ships as ``openapi.json``."""

DataCenter = Literal["us", "eu", "in", "au", "cn", "jp", "ca", "sa"]
Environment = Literal["production", "sandbox", "developer"]
ApiVersion = Literal["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"]

API_DOMAINS: dict[tuple[str, str], str] = {
    ("us", "production"): "www.zohoapis.com",
    ("eu", "production"): "www.zohoapis.eu",
    ("in", "production"): "www.zohoapis.in",
    ("au", "production"): "www.zohoapis.com.au",
    ("cn", "production"): "www.zohoapis.com.cn",
    ("jp", "production"): "www.zohoapis.jp",
    ("ca", "production"): "www.zohoapis.ca",
    ("sa", "production"): "www.zohoapis.sa",
    ("us", "sandbox"): "sandbox.zohoapis.com",
    ("eu", "sandbox"): "sandbox.zohoapis.eu",
    ("in", "sandbox"): "sandbox.zohoapis.in",
    ("au", "sandbox"): "sandbox.zohoapis.com.au",
    ("cn", "sandbox"): "sandbox.zohoapis.com.cn",
    ("jp", "sandbox"): "sandbox.zohoapis.jp",
    ("ca", "sandbox"): "sandbox.zohoapis.ca",
    ("sa", "sandbox"): "sandbox.zohoapis.sa",
    ("us", "developer"): "developer.zohoapis.com",
    ("eu", "developer"): "developer.zohoapis.eu",
    ("in", "developer"): "developer.zohoapis.in",
    ("au", "developer"): "developer.zohoapis.com.au",
    ("cn", "developer"): "developer.zohoapis.com.cn",
    ("jp", "developer"): "developer.zohoapis.jp",
    ("ca", "developer"): "developer.zohoapis.ca",
    ("sa", "developer"): "developer.zohoapis.sa",
}
"""The api domain of each data center and environment."""

API_VERSIONS: tuple[str, ...] = ("v2.1", "v3", "v4", "v5", "v6", "v7", "v8")
"""The versions of the API, oldest first."""
