"""What is worked out from a journal; each module returns one frozen value."""
