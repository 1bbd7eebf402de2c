"""The ways to a sandbox: in the same process, and on a port."""
