"""The parts of the Bring in page."""
