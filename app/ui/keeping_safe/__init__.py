"""What Keep safe shows beside its list: one panel each."""
