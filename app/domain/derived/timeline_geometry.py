"""One geometry of treatments, symptoms, visits and events over time, for the screen and for paper.

Lanes and marks stand in days and in shares of a lane's height, never in points or pixels: whoever draws
decides those. Nothing is joined, smoothed or guessed; what was not written is not drawn.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePicture:
    """The picture of a journal between two days."""
