"""The words a window needs to draw any script: how a report asks for outlines, and what it gets."""

from app.report.outlines import Outlined, OutlinedLine, OutlinedRun, Outlines, Step

__all__ = ["Outlined", "OutlinedLine", "OutlinedRun", "Outlines", "Step"]
