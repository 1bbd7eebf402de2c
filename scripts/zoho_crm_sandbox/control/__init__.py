"""The control plane under ``/_sandbox/``, and the pages for people."""
