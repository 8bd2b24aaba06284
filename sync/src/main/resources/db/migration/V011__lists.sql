CREATE TABLE list (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE COLLATE NOCASE,
    changed_at  TEXT NOT NULL
);

CREATE TABLE list_entry (
    list_id   INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    kind      TEXT    NOT NULL, -- PATIENT, STUDY or ACCESSION
    value     TEXT    NOT NULL, -- Patient ID, Study Instance UID or Accession Number
    issuer    TEXT,
    PRIMARY KEY (list_id, position)
);

CREATE INDEX study_accession ON study (accession) WHERE accession IS NOT NULL;

-- Whom an account may see: everybody, or who is on lists. A list that is removed leaves its name here, so it takes rights, never gives them.
ALTER TABLE account ADD COLUMN limited INTEGER NOT NULL DEFAULT 0;
CREATE TABLE account_list (
    user  TEXT NOT NULL COLLATE NOCASE,
    list  TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (user, list)
);
