"""Photos and files in a form: adding them, describing them, looking at them, and copying them out."""
