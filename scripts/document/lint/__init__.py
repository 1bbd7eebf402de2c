"""The rules for the document, each with its reason and without exceptions.

openapi-spec-validator checks validity. The bundler rejects dangling references, unused components and facts that can be
derived.
"""
