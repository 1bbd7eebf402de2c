"""Comparison of the document with the vendor's own OpenAPI files, and the register of known differences."""
