"""Comparison of two revisions of the document: the changes, and which of them break programs."""
