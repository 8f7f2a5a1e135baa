"""How the window looks, kept on this computer through the session."""

from dataclasses import replace

from app.services.session import Session
from app.ui.theme.look import Look


def kept_look(session: Session) -> Look:
    """Return the look this computer remembers."""
    kept = session.state.look()
    return Look(
        theme=kept.theme,
        text_size=kept.text_size,
        bigger_buttons=kept.bigger_buttons,
        easier_reading=kept.easier_reading,
        keep_still=kept.keep_still,
        always_show_focus=kept.always_show_focus,
        keep_messages=kept.keep_messages,
        keys_for=kept.keys_for,
    )


def keep_look(session: Session, look: Look) -> None:
    """Remember a look on this computer; the rest of what is kept there stays."""
    session.state.set_look(
        replace(
            session.state.look(),
            theme=look.theme,
            text_size=look.text_size,
            bigger_buttons=look.bigger_buttons,
            easier_reading=look.easier_reading,
            keep_still=look.keep_still,
            always_show_focus=look.always_show_focus,
            keep_messages=look.keep_messages,
            keys_for=look.keys_for,
        )
    )
