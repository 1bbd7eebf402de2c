"""Bulk write: CSV files in, records and a file of outcomes out."""
