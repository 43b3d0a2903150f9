-- The answer store of Buurtpeil, version 5: one SQLite file a kiosk. Everything that a visitor answered is in
-- here, together with the forms that asked it, so that the file explains itself. `sqlite3 STORE .dump` is
-- enough to get every answer out without Buurtpeil.
--
-- Older stores become this one by to_version_2.sql and so on, when a kiosk opens them.
--
-- One writer, the kiosk, which holds flock on STORE.lock; everybody else opens it read-only. Journal mode
-- WAL: while the kiosk runs, copy STORE and STORE-wal together. A copy without STORE-wal lacks at most the
-- visit in progress.

PRAGMA application_id = 1114662249;  -- 0x42706569, "Bpei": not just any SQLite file
PRAGMA user_version = 5;             -- of this schema; a program refuses versions above its own

-- Exactly one row. Trial stores hold demonstrations and never mix with real answers.
CREATE TABLE store (
  kind TEXT NOT NULL CHECK (kind IN ('real', 'trial'))
) STRICT;

-- Each form that was ever asked here, oldest first by rowid.
CREATE TABLE form (
  form_id    TEXT NOT NULL,
  version    TEXT NOT NULL,  -- as the form names it, or ''
  hash       TEXT NOT NULL,  -- SHA-256 of the file and its attached data, lower-case hex: the form's identity
  file       TEXT NOT NULL,  -- the file's name without folders: 'street.xlsx'
  source     BLOB NOT NULL,  -- the file's bytes
  first_used TEXT NOT NULL,  -- '2026-03-01T19:04:07.123+01:00'
  PRIMARY KEY (form_id, hash)
) STRICT;

-- The data files beside a form: csv, xml, geojson.
CREATE TABLE attachment (
  form_id TEXT NOT NULL,
  hash    TEXT NOT NULL,
  name    TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (form_id, hash, name),
  FOREIGN KEY (form_id, hash) REFERENCES form (form_id, hash)
) STRICT;

-- One row a visit. A draft is the row exactly as it would be stored if the visitor left now; it is rewritten
-- for each accepted touch.
CREATE TABLE response (
  id           TEXT NOT NULL PRIMARY KEY,  -- 'uuid:' and a version 4 UUID
  form_id      TEXT NOT NULL,
  form_version TEXT NOT NULL,
  form_hash    TEXT NOT NULL,
  status       TEXT NOT NULL CHECK (status IN ('draft', 'finished', 'abandoned')),
  language     TEXT NOT NULL,     -- code of the language at the end of the visit: 'nl'
  kiosk        TEXT NOT NULL,     -- name of the machine
  occasion     TEXT NOT NULL,     -- '' for the unattended kiosk
  started      TEXT NOT NULL,     -- local time with its offset: '2026-03-01T19:04:07.123+01:00'
  ended        TEXT NOT NULL,     -- the same: finished, or last touched
  ended_ms     INTEGER NOT NULL,  -- `ended` as milliseconds since 1970 UTC, for sorting
  seconds      INTEGER NOT NULL,  -- from the first touch to the end, by a clock that nobody sets
  -- In the form's order, path -> value as XForms writes it, or the reason why there is none (not_asked,
  -- not_reached, skipped, refused, timed_out, unsupported):
  -- {"street/greenery": "yes", "street/trees": "12", "idea": {"none": "skipped"}}
  answers      TEXT NOT NULL CHECK (json_valid(answers)),
  place        TEXT CHECK (place IS NULL OR status = 'draft'),    -- of a draft: where it is
  working      TEXT CHECK (working IS NULL OR status = 'draft'),  -- of a draft: its working values
  -- Why nobody can have meant a finished one: it is kept, and left out of what all said.
  doubt        TEXT NOT NULL DEFAULT '' CHECK (doubt IN ('', 'hasty', 'repeated')),
  -- Path -> tenths of a second that the question was on the screen: {"street/greenery": 42}.
  tenths       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(tenths)),
  FOREIGN KEY (form_id, form_hash) REFERENCES form (form_id, hash)
) STRICT;

CREATE INDEX response_in_order ON response (form_id, ended_ms, id) WHERE status <> 'draft';
CREATE INDEX response_draft ON response (status) WHERE status = 'draft';

-- How many responses were stored, kept beside them so that asking costs the same whatever there is: by the
-- local day of their end, and in all (day '').
CREATE TABLE tally (
  day       TEXT NOT NULL,
  status    TEXT NOT NULL CHECK (status IN ('finished', 'abandoned')),
  responses INTEGER NOT NULL,
  PRIMARY KEY (day, status)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER response_inserted AFTER INSERT ON response WHEN NEW.status <> 'draft' BEGIN
  INSERT INTO tally VALUES ('', NEW.status, 1), (substr(NEW.ended, 1, 10), NEW.status, 1)
    ON CONFLICT (day, status) DO UPDATE SET responses = responses + 1;
END;
CREATE TRIGGER response_ended AFTER UPDATE OF status ON response
WHEN OLD.status = 'draft' AND NEW.status <> 'draft' BEGIN
  INSERT INTO tally VALUES ('', NEW.status, 1), (substr(NEW.ended, 1, 10), NEW.status, 1)
    ON CONFLICT (day, status) DO UPDATE SET responses = responses + 1;
END;
CREATE TRIGGER response_erased AFTER DELETE ON response WHEN OLD.status <> 'draft' BEGIN
  UPDATE tally SET responses = responses - 1
    WHERE status = OLD.status AND day IN ('', substr(OLD.ended, 1, 10));
END;

-- What all said, counted in the transaction that finishes a response, so that it costs the same whatever is
-- stored: of a question of a form's round in a place, what is published and what waits until enough people
-- have answered (app/results/README.md). Place '': people who named none; ' ': those of places with few
-- people, together.
CREATE TABLE result (
  form_id   TEXT NOT NULL,
  round     TEXT NOT NULL,
  question  TEXT NOT NULL,  -- path
  place     TEXT NOT NULL,
  published_people INTEGER NOT NULL,
  published        TEXT NOT NULL CHECK (json_valid(published)),  -- {"oak": 4, "elm": 6}
  waiting_people   INTEGER NOT NULL,
  waiting          TEXT NOT NULL CHECK (json_valid(waiting)),
  together         INTEGER NOT NULL,  -- people of this place who were counted with those of other places
  only_place       TEXT,              -- of place ' ': from which all who wait there are, if from one
  since            TEXT NOT NULL,  -- local day of the first person here
  until            TEXT NOT NULL,  -- and of the last one who is published, or ''
  PRIMARY KEY (form_id, round, question, place)
) STRICT, WITHOUT ROWID;

-- What the staff chose at the kiosk: 'occasion', 'language' ..., and how often the PIN was wrong.
CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The pictures and recordings that a form named, with every content that a kiosk started with: not kept
-- themselves, but recognised by their hash.
CREATE TABLE media (
  form_id    TEXT NOT NULL,
  hash       TEXT NOT NULL,
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL,  -- of the file, lower-case hex
  first_used TEXT NOT NULL,
  PRIMARY KEY (form_id, hash, name, sha256),
  FOREIGN KEY (form_id, hash) REFERENCES form (form_id, hash)
) STRICT, WITHOUT ROWID;
