"""What shows that a requirement is met: one function each, named in `tests/requirements.yml`."""
