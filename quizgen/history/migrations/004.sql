-- Where one was in an exam, and questions that were edited while a session was open.

CREATE TABLE turns (
    id TEXT PRIMARY KEY REFERENCES events (id),
    session TEXT NOT NULL,
    position INTEGER NOT NULL,
    FOREIGN KEY (session, position) REFERENCES session_items (session, position)
) STRICT;
CREATE INDEX turns_by_session ON turns (session);

CREATE TABLE rewordings (
    id TEXT PRIMARY KEY REFERENCES events (id),
    session TEXT NOT NULL,
    position INTEGER NOT NULL,
    bank TEXT NOT NULL,
    item TEXT NOT NULL,
    content TEXT NOT NULL,
    options TEXT NOT NULL CHECK (json_valid(options)),  -- as shown, in the order shown
    FOREIGN KEY (session, position) REFERENCES session_items (session, position),
    FOREIGN KEY (bank, item, content) REFERENCES questions (bank, item, content)
) STRICT;
CREATE INDEX rewordings_by_session ON rewordings (session);
