"""What a test may do to a sandbox, in Python and under ``/_sandbox/``, and the pages for people."""
