-- From version 2 of the store to version 3: pictures and recordings. Changes no more; schema.sql says what a
-- store is now.

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
