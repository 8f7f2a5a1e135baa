"""The parts of a page, one module per block family."""
