"""Proofs of promises for every set of answers. z3 is a tool of development: nothing outside imports this package."""
