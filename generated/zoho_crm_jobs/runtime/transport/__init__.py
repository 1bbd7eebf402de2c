"""Connections, and the limits of what is sent and received over them."""
