-- When the last object of a study came; null in rows from before this was noted.
ALTER TABLE study ADD COLUMN arrived_at TEXT;

-- How many objects a study has, as a peer, a site or a source that was read to its end says; may be known before the first is here.
CREATE TABLE expected (
    study    TEXT    PRIMARY KEY,
    objects  INTEGER NOT NULL
);
