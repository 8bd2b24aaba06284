-- Sites that this node copies from, with the secret that they know it by. Its bytes are as secret as a password.
CREATE TABLE site (
    address  TEXT PRIMARY KEY,
    token    TEXT NOT NULL
);
