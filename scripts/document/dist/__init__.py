"""The forms in which the document is published."""
