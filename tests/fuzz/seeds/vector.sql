PRAGMA page_size = 512;
CREATE TABLE metadata (name, value);
CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data);
INSERT INTO metadata VALUES ('format', 'pbf'), ('bounds', '0,0,90,60'), ('attribution', '&copy; <b>us</b>');
INSERT INTO tiles VALUES (1, 1, 1, x'1a1578020a0577617465722880201209180322050912121a07');
