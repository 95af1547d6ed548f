-- The log of a learner's answers. Rows are added, never changed or removed: scores, cards
-- and statistics are worked out from them. Times are milliseconds since 1970 UTC, ids UUIDs,
-- booleans 0 or 1, lists JSON. The `questions` rows alone are renewed, to hold the last text.

CREATE TABLE learners (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL
) STRICT;

-- What was asked: a question as it read when it was asked, once for each content.
CREATE TABLE questions (
    bank TEXT NOT NULL,
    item TEXT NOT NULL,
    content TEXT NOT NULL,           -- fingerprint of question, answers and quoted words
    text TEXT NOT NULL CHECK (json_valid(text)),
    PRIMARY KEY (bank, item, content)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    learner TEXT NOT NULL REFERENCES learners (id),
    mode TEXT NOT NULL,
    seed INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_learner ON sessions (learner, at);

CREATE TABLE session_items (
    session TEXT NOT NULL REFERENCES sessions (id),
    position INTEGER NOT NULL,       -- from 0
    bank TEXT NOT NULL,
    item TEXT NOT NULL,
    content TEXT NOT NULL,
    options TEXT NOT NULL CHECK (json_valid(options)),  -- as shown, in the order shown
    PRIMARY KEY (session, position),
    FOREIGN KEY (bank, item, content) REFERENCES questions (bank, item, content)
) STRICT, WITHOUT ROWID;

-- The spine of the log: every event of a session has its number in it, from 0.
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    session TEXT NOT NULL REFERENCES sessions (id),
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (session, number)
) STRICT;

CREATE TABLE answers (
    id TEXT PRIMARY KEY REFERENCES events (id),
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
    FOREIGN KEY (session, position) REFERENCES session_items (session, position),
    FOREIGN KEY (bank, item, content) REFERENCES questions (bank, item, content)
) STRICT;
CREATE INDEX answers_by_session ON answers (session, position);
CREATE INDEX answers_by_bank ON answers (learner, bank, at);

CREATE TABLE undos (
    id TEXT PRIMARY KEY REFERENCES events (id),
    answer TEXT NOT NULL UNIQUE REFERENCES answers (id)
) STRICT;

CREATE TABLE overrides (
    id TEXT PRIMARY KEY REFERENCES events (id),
    answer TEXT NOT NULL REFERENCES answers (id)
) STRICT;
CREATE INDEX overrides_by_answer ON overrides (answer);

CREATE TABLE flags (
    id TEXT PRIMARY KEY REFERENCES events (id),
    session TEXT NOT NULL,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    FOREIGN KEY (session, position) REFERENCES session_items (session, position)
) STRICT;

CREATE TABLE finishes (
    id TEXT PRIMARY KEY REFERENCES events (id),
    session TEXT NOT NULL UNIQUE REFERENCES sessions (id)
) STRICT;

-- The answers that were not taken back, and those of them that a score counts.
CREATE VIEW standing AS
    SELECT answers.*,
        EXISTS (SELECT 1 FROM overrides WHERE overrides.answer = answers.id) AS overridden
    FROM answers
    WHERE NOT EXISTS (SELECT 1 FROM undos WHERE undos.answer = answers.id);

CREATE VIEW first_tries AS
    SELECT * FROM standing WHERE attempt = 1;
