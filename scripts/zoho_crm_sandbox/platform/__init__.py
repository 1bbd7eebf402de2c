"""What every call meets, whichever its operation: checks, headers, limits, faults and the journal."""
