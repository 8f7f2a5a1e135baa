"""The steps of first run, each a widget of its own."""
