"""From one typed line to a record, and what was understood of it."""
