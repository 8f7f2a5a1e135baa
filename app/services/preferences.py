"""What this computer remembers of how the window looks and behaves, for the window."""

from app.storage.preferences import Look as Preferences

__all__ = ["Preferences"]
