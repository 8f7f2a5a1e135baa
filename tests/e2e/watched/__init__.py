"""A folder for PYTHONPATH: whatever starts with it is watched (see `sitecustomize`)."""
