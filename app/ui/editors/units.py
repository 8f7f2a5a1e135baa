"""Which unit a person usually measures in: suggested beside a measurement, never put in the place of one."""

from app.services.preferences import Preferences

_MEANT = (
    (("weight", "body weight"), "weight_unit"),
    (("temperature", "fever"), "temperature_unit"),
    (("glucose", "sugar"), "sugar_unit"),
)


def usual_unit(name: str, look: Preferences) -> str:
    """The person's unit for what a measurement is called, "" where nothing is known."""
    called = name.lower()
    for words, field in _MEANT:
        if any(word in called for word in words):
            return str(getattr(look, field))
    return ""
