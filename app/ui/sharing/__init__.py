"""The parts of the Share page."""
