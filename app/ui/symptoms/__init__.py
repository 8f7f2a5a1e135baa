"""The parts of the Symptoms page: list, calendar, columns, tallies, what was written, and forms."""
