"""The rules for the document, each with its reason and without exceptions.

Validity is checked by openapi-spec-validator; dangling references and unused components by the bundler.
"""
