-- A flag can be taken back: the log keeps both.

CREATE TABLE unflags (
    id TEXT PRIMARY KEY REFERENCES events (id),
    session TEXT NOT NULL,
    position INTEGER NOT NULL,
    FOREIGN KEY (session, position) REFERENCES session_items (session, position)
) STRICT;
CREATE INDEX unflags_by_session ON unflags (session, position);

-- The flags that were not taken back afterwards.
CREATE VIEW standing_flags AS
    SELECT flags.* FROM flags JOIN events USING (id)
    WHERE NOT EXISTS (
        SELECT 1 FROM unflags JOIN events AS later USING (id)
        WHERE unflags.session = flags.session AND unflags.position = flags.position
            AND later.number > events.number
    );
