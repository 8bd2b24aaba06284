-- What people decided about what was received. None of it follows from the blobs: it outlives the rows of its study and a rebuild of the catalog.
CREATE TABLE correction (
    id          INTEGER PRIMARY KEY,
    study       TEXT NOT NULL,
    kind        TEXT NOT NULL,
    original    TEXT NOT NULL, -- JSON of PatientIdentity: whom the study was under before
    corrected   TEXT NOT NULL, -- and whom since
    by_whom     TEXT NOT NULL,
    at          TEXT NOT NULL,
    reason      TEXT NOT NULL
);
CREATE INDEX correction_study ON correction (study);

-- What was deleted: a study, a series (instance empty) or an object.
CREATE TABLE tombstone (
    study     TEXT NOT NULL,
    series    TEXT NOT NULL,
    instance  TEXT NOT NULL,
    by_whom   TEXT NOT NULL,
    at        TEXT NOT NULL,
    reason    TEXT NOT NULL,
    again     TEXT NOT NULL, -- what happens when it is sent again
    PRIMARY KEY (study, series, instance)
) WITHOUT ROWID;

-- Blobs that no row needs since a deletion; their bytes go later. going: they are being removed at this moment.
CREATE TABLE waste (
    blob   TEXT    PRIMARY KEY,
    study  TEXT    NOT NULL,
    since  TEXT    NOT NULL,
    going  INTEGER NOT NULL
);
CREATE INDEX waste_since ON waste (since);
CREATE INDEX waste_study ON waste (study);
