"""The graphical timeline: which lanes are drawn, what they hold, what is said of them in words."""
