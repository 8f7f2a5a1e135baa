"""Someone is typing for me: asking who, saying so, and reading back (interface.md 14.9)."""
