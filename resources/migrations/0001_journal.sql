-- The journal as of day one. app/storage/FORMAT.md says what every column means.

-- One row for every command: what undo takes back, and the counter that notices an older copy.
CREATE TABLE change (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  shape INTEGER NOT NULL,
  undoes INTEGER REFERENCES change,
  chain BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;

-- Every version of every record. Rows are only ever added, until a record is forgotten for good.
CREATE TABLE version (
  record TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  change INTEGER NOT NULL REFERENCES change,
  kind TEXT NOT NULL,
  written TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  seal BLOB NOT NULL CHECK (length(seal) = 16),
  PRIMARY KEY (record, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX version_by_change ON version (change);

-- The bytes of files and photos. What they are about stands in records that name their id.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  change INTEGER NOT NULL REFERENCES change,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  seal BLOB NOT NULL CHECK (length(seal) = 16),
  bytes BLOB NOT NULL
) STRICT;

-- Words being typed, not yet saved as a record.
CREATE TABLE draft (
  place TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  written TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The key pair that opens what was noted on the locked cover (X25519).
CREATE TABLE cover_key (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  public BLOB NOT NULL CHECK (length(public) = 32),
  private BLOB NOT NULL CHECK (length(private) = 32)
) STRICT;

-- Facts about this file, such as when its recovery key was checked.
CREATE TABLE about_file (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
