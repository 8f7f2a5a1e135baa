"""What stands on the label of the locked cover."""
