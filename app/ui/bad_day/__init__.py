"""The parts of the bad-day page."""
