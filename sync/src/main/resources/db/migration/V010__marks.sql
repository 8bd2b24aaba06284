-- What people measured and pointed at. Every version stays; a change is known by its own id, so that sending it again adds nothing.
CREATE TABLE mark (
    change       TEXT    PRIMARY KEY,
    id           TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    study        TEXT    NOT NULL,
    shape        TEXT, -- JSON; null: deleted with this version
    author       TEXT    NOT NULL,
    author_name  TEXT    NOT NULL,
    at           TEXT    NOT NULL,
    UNIQUE (id, version)
);
CREATE INDEX mark_study ON mark (study);
