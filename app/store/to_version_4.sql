-- From version 3 of the store to version 4: drafts are found without looking at every response. Changes no
-- more; schema.sql says what a store is now.

CREATE INDEX response_draft ON response (status) WHERE status = 'draft';
