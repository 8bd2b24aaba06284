-- Where a study comes from, for lists that fill themselves. Studies that came before this have it when the catalog is rebuilt.
ALTER TABLE study ADD COLUMN location TEXT NOT NULL DEFAULT ''; -- Current Patient Location, else Institutional Department Name
ALTER TABLE study ADD COLUMN referrer TEXT NOT NULL DEFAULT ''; -- Referring Physician's Name, as DICOM writes it
ALTER TABLE list ADD COLUMN rule TEXT; -- JSON

-- What left a list because its study was deleted or corrected.
CREATE TABLE list_departure (
    list     TEXT    NOT NULL COLLATE NOCASE,
    study    TEXT    NOT NULL,
    patient  TEXT    NOT NULL, -- name as it was shown
    why      TEXT    NOT NULL, -- DELETED or CORRECTED
    by_whom  TEXT    NOT NULL,
    at       TEXT    NOT NULL
);
CREATE INDEX list_departure_list ON list_departure (list);
