-- Fills a store that has the form street.md with :number responses, the same ones each time.
PRAGMA synchronous = OFF;
PRAGMA cache_size = -200000;
BEGIN;
WITH RECURSIVE
  numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :number),
  -- Numbers without order, and when it was: a visit a minute.
  visits (n, r, ms) AS (
    SELECT n, (n * 2654435761) % 4294967296, 1700000000000 + n * 60000 + n % 997 FROM numbers),
  times AS (
    SELECT *,
      strftime('%Y-%m-%dT%H:%M:%S', ms / 1000 + 3600, 'unixepoch')
        || printf('.%03d+01:00', ms % 1000) AS until,
      strftime('%Y-%m-%dT%H:%M:%S', ms / 1000 + 3420, 'unixepoch')
        || printf('.%03d+01:00', ms % 1000) AS begun
    FROM visits)
INSERT INTO response
SELECT printf('uuid:%08x-%04x-4%03x-a%03x-%012x', r, n % 65536, n % 4096, r % 4096, n),
  form_id, version, hash, iif(n % 9 = 0, 'abandoned', 'finished'), 'en', 'town-hall', '',
  begun, until, ms, 120 + r % 120,
  json_object(
    'started_at', begun,
    'street/garden', iif(r % 3 = 0, 'no', 'yes'),
    'street/wishes',
      CASE r % 4 WHEN 0 THEN 'oak' WHEN 1 THEN 'oak elm' WHEN 2 THEN 'oak elm lime' ELSE 'lime' END,
    'street/number', '' || (r % 20),
    'street/width', printf('%.1f', (r % 60) / 10.0),
    'street/often',
      CASE r % 7 WHEN 0 THEN json_object('none', 'skipped') WHEN 1 THEN 'daily' ELSE 'weekly' END,
    'you/age',
      CASE r % 5 WHEN 0 THEN json_object('none', 'refused') WHEN 1 THEN 'a18' ELSE 'a65' END,
    'you/district',
      CASE r % 6 WHEN 0 THEN 'Noord' WHEN 1 THEN 'Oud-Zuid' WHEN 2 THEN 'De Pijp, west' ELSE 'Centrum' END,
    'you/meets', iif(r % 2 = 0, 'weekly', 'daily'),
    'you/since', date(ms / 1000 - (r % 900) * 864000, 'unixepoch'),
    'you/mark', '' || (1 + r % 10),
    'helps', iif(n % 9 = 0, json_object('none', 'not_reached'), iif(r % 2 = 0, 'no', 'yes')),
    'idea', CASE n % 11
      WHEN 0 THEN json_object('none', 'skipped')
      WHEN 1 THEN 'Een bankje onder de boom, met "' || (r % 1000) || '" stoelen' || char(10) || 'en zo'
      WHEN 2 THEN '- minder auto''s'
      WHEN 3 THEN 'Café aan de gracht'
      ELSE 'Meer groen bij nummer ' || (r % 1000) END,
    'sum', '' || (r % 20 + 1 + r % 10)),
  NULL, NULL, '', '{}'
FROM times, form;
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
