"""The rules for the document, each with its reason and without exceptions.

Validity is checked by openapi-spec-validator; dangling references, unused components and
facts that follow from others by the bundler.
"""
