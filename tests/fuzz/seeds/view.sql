PRAGMA page_size = 512;
CREATE TABLE metadata (name, value);
CREATE TABLE map (z, x, y, i);
CREATE TABLE images (i, d);
INSERT INTO map VALUES (1, 1, 1, 1);
INSERT INTO images VALUES (1, x'89504e47');
CREATE VIEW tiles AS SELECT z AS zoom_level, x AS tile_column, y AS tile_row, d AS tile_data
  FROM map JOIN images USING (i);
