"""What every call meets, whatever its operation: checks, headers, limits, faults and the journal."""
