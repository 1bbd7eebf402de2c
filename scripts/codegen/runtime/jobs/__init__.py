"""Jobs: handles, waiting and results."""
