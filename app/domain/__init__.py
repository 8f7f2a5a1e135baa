"""Plain values and rules: what is recorded and what is worked out from it."""
