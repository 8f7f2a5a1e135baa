"""What first run, the cover and Keep safe share: a new passphrase and the recovery key."""
