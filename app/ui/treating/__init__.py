"""The parts of the Treatments page."""
