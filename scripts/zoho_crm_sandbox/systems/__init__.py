"""The systems of the document, one module or package a tag."""
