"""The parts of the page Questions."""
