"""The encrypted file and its surroundings."""
