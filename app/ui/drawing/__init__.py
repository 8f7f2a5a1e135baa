"""What the design draws rather than sets: bars, marks, columns and time itself (interface.md 3.4).

Plain functions from geometry to a painter. They know no journal and no widget: places come as `QRectF` and
`QPointF` in px, days as the `Panel` they lie in, sizes are those of 100% text and grow with the theme.
"""
