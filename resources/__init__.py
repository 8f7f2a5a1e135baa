"""Files the program carries: read with importlib.resources."""
