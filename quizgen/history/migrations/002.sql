-- What an exam needs (a time limit, items marked for later), and two more things that a
-- learner does: to look at a hint, and to say that an answer was easy.

ALTER TABLE sessions ADD COLUMN time_limit INTEGER;  -- milliseconds; null is without end

CREATE TABLE hints (
    id TEXT PRIMARY KEY REFERENCES events (id),
    session TEXT NOT NULL,
    position INTEGER NOT NULL,
    FOREIGN KEY (session, position) REFERENCES session_items (session, position)
) STRICT;
CREATE INDEX hints_by_session ON hints (session);

CREATE TABLE marks (
    id TEXT PRIMARY KEY REFERENCES events (id),
    session TEXT NOT NULL,
    position INTEGER NOT NULL,
    marked INTEGER NOT NULL CHECK (marked IN (0, 1)),
    FOREIGN KEY (session, position) REFERENCES session_items (session, position)
) STRICT;
CREATE INDEX marks_by_session ON marks (session);

CREATE TABLE eases (
    id TEXT PRIMARY KEY REFERENCES events (id),
    answer TEXT NOT NULL REFERENCES answers (id)
) STRICT;
