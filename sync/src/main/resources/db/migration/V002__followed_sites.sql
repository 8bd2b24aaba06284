-- How far a site's change log was applied here.
CREATE TABLE followed (
    site    TEXT    PRIMARY KEY,
    cursor  INTEGER NOT NULL
);
