-- The id of a study grows with its date and time (see Recency), so newest first is one walk down the primary key.
-- Patient and facts are those of the study's first object.
CREATE TABLE study (
    id                INTEGER PRIMARY KEY,
    uid               TEXT    NOT NULL UNIQUE,
    name_alphabetic   TEXT    NOT NULL,
    name_ideographic  TEXT    NOT NULL,
    name_phonetic     TEXT    NOT NULL,
    patient_id        TEXT    NOT NULL,
    issuer            TEXT,
    birth_date        TEXT,
    sex               TEXT,
    date              TEXT,
    time              TEXT,
    description       TEXT    NOT NULL,
    accession         TEXT,
    modalities        TEXT    NOT NULL, -- sorted, one blank between
    series            INTEGER NOT NULL,
    instances         INTEGER NOT NULL,
    bytes             INTEGER NOT NULL,
    held              INTEGER NOT NULL, -- 1: its objects are here; 0: only its summary
    changed           INTEGER NOT NULL, -- its latest cursor in the change log
    changed_at        TEXT    NOT NULL
);
CREATE INDEX study_patient ON study (patient_id);

-- Words are folded before they come here: letters and digits of any script, blanks between, nothing else for the tokenizer to do.
CREATE VIRTUAL TABLE study_words USING fts5 (words, modalities, tokenize = 'ascii', prefix = '1 2 3 4', detail = 'column');

CREATE TABLE series (
    id           INTEGER PRIMARY KEY,
    study_id     INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,
    uid          TEXT    NOT NULL,
    number       INTEGER,
    modality     TEXT    NOT NULL,
    description  TEXT    NOT NULL,
    body_part    TEXT,
    UNIQUE (study_id, uid)
);
CREATE INDEX series_uid ON series (uid);

CREATE TABLE instance (
    id               INTEGER PRIMARY KEY,
    series_id        INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    uid              TEXT    NOT NULL,
    sop_class        TEXT    NOT NULL,
    transfer_syntax  TEXT    NOT NULL,
    number           INTEGER,
    blob             TEXT    NOT NULL, -- SHA-256 in lower-case hexadecimal
    bytes            INTEGER NOT NULL,
    standing         TEXT    NOT NULL,
    header           TEXT,             -- JSON of ImageHeader
    no_picture       TEXT,             -- why there is none
    UNIQUE (uid, blob)
);
CREATE INDEX instance_series ON instance (series_id);
CREATE INDEX instance_blob ON instance (blob);

-- AUTOINCREMENT: a cursor is never used twice, even after the newest rows are gone.
CREATE TABLE change (
    cursor    INTEGER PRIMARY KEY AUTOINCREMENT,
    at        TEXT NOT NULL,
    op        TEXT NOT NULL,
    study     TEXT NOT NULL,
    series    TEXT,
    instance  TEXT
);

CREATE TABLE rendition (
    key    TEXT    PRIMARY KEY,
    study  TEXT    NOT NULL,
    kind   TEXT    NOT NULL,
    blob   TEXT    NOT NULL,
    bytes  INTEGER NOT NULL
);
CREATE INDEX rendition_study ON rendition (study);
CREATE INDEX rendition_blob ON rendition (blob);

CREATE TABLE pin (
    study       TEXT    PRIMARY KEY,
    purpose     TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    have        INTEGER NOT NULL,
    of          INTEGER NOT NULL,
    have_bytes  INTEGER NOT NULL,
    of_bytes    INTEGER NOT NULL,
    error       TEXT,
    at          TEXT    NOT NULL
);

-- Blobs of a laptop. state: whole; partial (hash known, being fetched); staged (hash not known yet, owner is writing);
-- dropped (parts are being removed). AUTOINCREMENT: a reader of a dropped blob never meets another's parts.
CREATE TABLE blob (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    hash   TEXT    UNIQUE, -- SHA-256 in lower-case hexadecimal
    bytes  INTEGER NOT NULL,
    state  TEXT    NOT NULL,
    owner  TEXT
);
CREATE INDEX blob_unfinished ON blob (state) WHERE state IN ('staged', 'dropped');

-- id: blob id * 2^24 + number of the part; each is 64 KiB but the last.
CREATE TABLE part (
    id     INTEGER PRIMARY KEY,
    bytes  BLOB NOT NULL
);
