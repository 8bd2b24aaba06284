-- Studies that are fetched from peers.
CREATE TABLE pull_job (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    peer        TEXT    NOT NULL COLLATE NOCASE,
    study       TEXT    NOT NULL,
    about       TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    have        INTEGER NOT NULL,
    of          INTEGER NOT NULL,
    message     TEXT    NOT NULL,
    by          TEXT    NOT NULL,
    created_at  TEXT    NOT NULL,
    changed_at  TEXT    NOT NULL
);
CREATE INDEX pull_job_open ON pull_job (study) WHERE state IN ('WAITING', 'RUNNING');

-- Storage commitment that was asked for, and what was answered.
CREATE TABLE commitment (
    transaction_uid  TEXT    PRIMARY KEY,
    peer             TEXT    NOT NULL,
    study            TEXT    NOT NULL,
    objects          INTEGER NOT NULL,
    committed        INTEGER NOT NULL,
    failed           TEXT    NOT NULL, -- SOP Instance UID=reason, one blank between
    asked_at         TEXT    NOT NULL,
    answered_at      TEXT
);
CREATE INDEX commitment_study ON commitment (study);
