-- What each device last said that it keeps.
CREATE TABLE device_copy (
    owner    TEXT    NOT NULL, -- user:name, device:id or local
    id       TEXT    NOT NULL, -- the device's own name for itself
    name     TEXT    NOT NULL,
    at       INTEGER NOT NULL, -- milliseconds since 1970, as all times here
    studies  TEXT    NOT NULL, -- JSON
    PRIMARY KEY (owner, id)
);

-- Until when studies may be kept on this node; and the latest time ever seen, so that a clock that is set back prolongs nothing.
CREATE TABLE lease (
    study  TEXT    PRIMARY KEY,
    until  INTEGER NOT NULL
);
CREATE TABLE lease_clock (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    latest  INTEGER NOT NULL
);
