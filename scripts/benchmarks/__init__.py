"""Benchmarks of the client and the sandbox."""
