CREATE TABLE account (
    name          TEXT    PRIMARY KEY COLLATE NOCASE,
    display_name  TEXT    NOT NULL,
    role          TEXT    NOT NULL,
    password      TEXT    NOT NULL, -- Argon2id, PHC string
    disabled      INTEGER NOT NULL,
    failures      INTEGER NOT NULL,
    locked_until  TEXT,
    created_at    TEXT    NOT NULL
);

-- Secrets are kept as their SHA-256.
CREATE TABLE session (
    token       TEXT PRIMARY KEY,
    user        TEXT NOT NULL COLLATE NOCASE,
    created_at  TEXT NOT NULL,
    seen_at     TEXT NOT NULL
);
CREATE INDEX session_user ON session (user);

CREATE TABLE invitation (
    token       TEXT PRIMARY KEY,
    role        TEXT NOT NULL,
    user        TEXT,
    given_by    TEXT NOT NULL,
    expires_at  TEXT NOT NULL
);

CREATE TABLE device (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    token       TEXT NOT NULL UNIQUE,
    owner       TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    seen_at     TEXT NOT NULL,
    revoked_at  TEXT
);

-- Each row carries the hash of the one before it: a row that is changed, removed or slipped in breaks the chain.
CREATE TABLE audit (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       TEXT    NOT NULL,
    actor    TEXT    NOT NULL,
    origin   TEXT    NOT NULL,
    action   TEXT    NOT NULL,
    outcome  TEXT    NOT NULL,
    study    TEXT,
    detail   TEXT,
    hash     TEXT    NOT NULL
);
CREATE INDEX audit_study ON audit (study) WHERE study IS NOT NULL;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
