"""Compares two revisions of the document and says which changes break whom."""
