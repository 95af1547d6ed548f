-- Spaced repetition. What a learner wishes; the study day of each answer and its place among
-- all answers (`seq`), which a clock that was set back cannot change; under which older name
-- a question is known; and tables that are worked out from the log, so that a figure over a
-- million answers is at hand at once. They can be made anew at any time: see derived.py.

ALTER TABLE learners ADD COLUMN retention REAL NOT NULL DEFAULT 0.9
    CHECK (retention BETWEEN 0.7 AND 0.99);
ALTER TABLE learners ADD COLUMN new_per_day INTEGER NOT NULL DEFAULT 10 CHECK (new_per_day >= 0);
ALTER TABLE learners ADD COLUMN day_start INTEGER NOT NULL DEFAULT 240  -- minutes after midnight
    CHECK (day_start BETWEEN 0 AND 1439);

-- The same answers with two more columns. Where they were given is not known any more, so
-- that their days are those of UTC.
DROP VIEW first_tries;
DROP VIEW standing;
CREATE TABLE renewed (
    seq INTEGER PRIMARY KEY,         -- the order in which answers were entered
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    session TEXT NOT NULL,
    position INTEGER NOT NULL,
    learner TEXT NOT NULL REFERENCES learners (id),
    bank TEXT NOT NULL,
    item TEXT NOT NULL,
    content TEXT NOT NULL,
    mode TEXT NOT NULL,
    response TEXT NOT NULL CHECK (json_valid(response)),  -- as given
    right INTEGER NOT NULL CHECK (right IN (0, 1)),
    expected TEXT NOT NULL,
    parts TEXT NOT NULL CHECK (json_valid(parts)),
    misspelt INTEGER NOT NULL CHECK (misspelt IN (0, 1)),
    hinted INTEGER NOT NULL CHECK (hinted IN (0, 1)),
    attempt INTEGER NOT NULL CHECK (attempt >= 1),
    at INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    day INTEGER NOT NULL,            -- the learner's study day, in days since 1970-01-01
    FOREIGN KEY (session, position) REFERENCES session_items (session, position),
    FOREIGN KEY (bank, item, content) REFERENCES questions (bank, item, content)
) STRICT;
INSERT INTO renewed
    SELECT NULL, id, session, position, learner, bank, item, content, mode, response, right,
        expected, parts, misspelt, hinted, attempt, at, ms, max(0, at - 14400000) / 86400000
    FROM answers ORDER BY rowid;
DROP TABLE answers;
ALTER TABLE renewed RENAME TO answers;
CREATE INDEX answers_by_session ON answers (session, position);
CREATE INDEX answers_by_item ON answers (learner, bank, item);

-- Names by which a question goes that the log knows under an older one.
CREATE TABLE names (
    bank TEXT NOT NULL,
    item TEXT NOT NULL,
    known_bank TEXT NOT NULL,
    known_item TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (bank, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX names_by_known ON names (known_bank, known_item);
CREATE INDEX questions_by_item ON questions (item);

-- Worked out of the log, from here on.
CREATE TABLE cards (
    learner TEXT NOT NULL,
    bank TEXT NOT NULL,
    item TEXT NOT NULL,
    tries INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    at INTEGER NOT NULL,
    stability REAL,                  -- from here on null if it was only ever crammed
    difficulty REAL,
    first INTEGER,
    day INTEGER,
    due INTEGER,
    reps INTEGER,
    lapses INTEGER,
    grade INTEGER,
    PRIMARY KEY (learner, bank, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE days (
    learner TEXT NOT NULL,
    bank TEXT NOT NULL,
    day INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    right INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    PRIMARY KEY (learner, bank, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE scores (
    learner TEXT NOT NULL,
    bank TEXT NOT NULL,
    session TEXT NOT NULL,
    at INTEGER,                      -- of its latest answer; null if all were taken back
    given INTEGER NOT NULL,          -- all answers, those taken back as well
    tries INTEGER NOT NULL,
    right INTEGER NOT NULL,
    overridden INTEGER NOT NULL,
    PRIMARY KEY (learner, bank, session)
) STRICT, WITHOUT ROWID;

-- The answers that were not taken back, and those of them that a score counts.
CREATE VIEW standing AS
    SELECT answers.*,
        EXISTS (SELECT 1 FROM overrides WHERE overrides.answer = answers.id) AS overridden,
        EXISTS (SELECT 1 FROM eases WHERE eases.answer = answers.id) AS eased
    FROM answers
    WHERE NOT EXISTS (SELECT 1 FROM undos WHERE undos.answer = answers.id);

CREATE VIEW first_tries AS
    SELECT * FROM standing WHERE attempt = 1;
CREATE INDEX eases_by_answer ON eases (answer);
