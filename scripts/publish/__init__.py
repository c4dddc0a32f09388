"""Turns a checked knowledge base into a whole site: workspace, pages, search, scan, swap."""
