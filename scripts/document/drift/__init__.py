"""Compares the document with the vendor's own OpenAPI files, and keeps the reasons for what differs."""
