-- From version 1 of the store to version 2: counts and settings. Changes no more; schema.sql says what a
-- store is now.

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

-- What the staff chose at the kiosk: 'occasion', 'language' ..., and how often the PIN was wrong.
CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What there is already.
INSERT INTO tally
  SELECT '', status, count(*) FROM response WHERE status <> 'draft' GROUP BY status
  UNION ALL
  SELECT substr(ended, 1, 10), status, count(*) FROM response WHERE status <> 'draft' GROUP BY 1, 2;
