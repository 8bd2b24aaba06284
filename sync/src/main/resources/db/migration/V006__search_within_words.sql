-- Three letters at a time, for searches that begin with a wild card: *mith. Rows that hold all of them are then looked at one by one.
CREATE VIRTUAL TABLE study_grams USING fts5 (words, tokenize = 'trigram', detail = 'none', content = '', contentless_delete = 1);
INSERT INTO study_grams (rowid, words) SELECT rowid, words FROM study_words;
