-- From version 4 of the store to version 5: what all said, and which responses nobody can have meant. Forms
-- that were asked before had no results, so that nothing is counted anew. Changes no more; schema.sql says
-- what a store is now.

ALTER TABLE response ADD COLUMN doubt        TEXT NOT NULL DEFAULT ''
  CHECK (doubt IN ('', 'hasty', 'repeated'));
ALTER TABLE response ADD COLUMN tenths       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(tenths));

CREATE TABLE result (
  form_id   TEXT NOT NULL,
  round     TEXT NOT NULL,
  question  TEXT NOT NULL,
  place     TEXT NOT NULL,
  published_people INTEGER NOT NULL,
  published        TEXT NOT NULL CHECK (json_valid(published)),
  waiting_people   INTEGER NOT NULL,
  waiting          TEXT NOT NULL CHECK (json_valid(waiting)),
  together         INTEGER NOT NULL,
  only_place       TEXT,
  since            TEXT NOT NULL,
  until            TEXT NOT NULL,
  PRIMARY KEY (form_id, round, question, place)
) STRICT, WITHOUT ROWID;
