"""Reads one file at a time: bytes, text, YAML, record; each step yields what is wrong with it."""
