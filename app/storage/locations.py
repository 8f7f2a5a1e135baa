"""Where things are kept on this computer."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

HOME = "TOLD_ONCE_HOME"
"""The variable that puts everything in one folder instead: for tests and the demo."""

_NAME = "told-once"
_SYNCED = ("dropbox", "icloud", "com~apple~clouddocs", "onedrive", "google drive", "nextcloud")


@dataclass(frozen=True, slots=True, kw_only=True)
class Locations:
    """The folders and files of one person on this computer. None has to exist yet."""

    journals: Path
    backups: Path
    state: Path


def locations(environment: Mapping[str, str] = os.environ) -> Locations:
    """Say where things are, by the rules of the operating system or under TOLD_ONCE_HOME."""
    if home := environment.get(HOME):
        data = config = Path(home)
    else:
        data = platformdirs.user_data_path(_NAME, appauthor=False)
        config = platformdirs.user_config_path(_NAME, appauthor=False)
    return Locations(
        journals=data / "journals",
        backups=data / "backups",
        state=config / "state.json",
    )


def is_synced(path: Path) -> bool:
    """Say whether a path looks like a folder that a service copies to other computers."""
    return any(word in part.lower() for part in path.parts for word in _SYNCED)
