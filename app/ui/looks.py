"""How the window looks, kept on this computer through the session."""

from dataclasses import asdict, fields, replace

from app.services.preferences import Preferences
from app.services.session import Session
from app.ui.theme.look import Look


def kept_look(session: Session) -> Look:
    """Return the look this computer remembers."""
    return look_in(session.state.look())


def look_in(kept: Preferences) -> Look:
    """Pick what concerns the look out of all that this computer remembers."""
    return Look(**{field.name: getattr(kept, field.name) for field in fields(Look)})


def keep_look(session: Session, look: Look) -> None:
    """Remember a look on this computer; the rest of what is kept there stays."""
    session.state.set_look(replace(session.state.look(), **asdict(look)))
