"""The look: the design's tokens, and everything that is made from them.

``theme.current()`` gives a widget the theme in use: ``px``, ``size``, ``colour``, ``font``,
``icon``, ``severity``. No widget holds a colour or a size of its own.
"""
