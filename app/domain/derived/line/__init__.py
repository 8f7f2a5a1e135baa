"""The timeline of the window: lanes worked out once for a snapshot, and what of them lies in view.

The same geometry as the picture on paper (`timeline_geometry`, `chart`), with the ids of its records.
"""
