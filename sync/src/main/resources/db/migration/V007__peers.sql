-- PACS, workstations and modalities that are known by name.
CREATE TABLE peer (
    name           TEXT    PRIMARY KEY COLLATE NOCASE,
    title          TEXT    NOT NULL UNIQUE,
    host           TEXT    NOT NULL,
    port           INTEGER NOT NULL,
    tls            INTEGER NOT NULL,
    character_set  TEXT    NOT NULL,
    any_address    INTEGER NOT NULL,
    rights         TEXT    NOT NULL, -- of push, query, receive; one blank between
    web            TEXT    NOT NULL  -- address of its DICOMweb service
);
