"""The rules of how the document is written, each with its reason.

What any OpenAPI document must fulfil is left to openapi-spec-validator, and that every reference leads somewhere and
every component is used to the bundling. What is here holds without exception.
"""
