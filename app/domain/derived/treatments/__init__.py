"""A treatment's life, told once from its changes, and the words for it."""
