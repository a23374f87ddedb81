"""The tables of a store. ``documents``, ``assertions``, ``events`` and ``event_members`` are for people; they may
gain columns. The others are the program's own."""

from __future__ import annotations

VERSION = 1
"""A store of another version is emptied: everything in it can be read again."""
APPLICATION = 0x66616374
"""``PRAGMA application_id`` of a store: "fact"."""

TABLES = """
CREATE TABLE sources (            -- a file, or a line of a .jsonl file, as it was when it was read
    key BLOB PRIMARY KEY,         -- hash of its path, its content and the version that read it
    path TEXT NOT NULL,
    used INTEGER NOT NULL,        -- the last run that needed it, days since 1970
    cards BLOB NOT NULL           -- what a run keeps of its articles, with a checksum
) WITHOUT ROWID;
CREATE INDEX sources_by_path ON sources (path);
CREATE TABLE documents (          -- an article
    id INTEGER PRIMARY KEY,
    source BLOB NOT NULL,
    document TEXT NOT NULL,       -- its name in reports
    title TEXT,
    outlet TEXT,
    published TEXT,               -- the day or moment as stated, or NULL
    published_first TEXT,         -- the days that it may have been published on
    published_last TEXT,
    published_basis TEXT NOT NULL,
    digest TEXT NOT NULL,         -- two copies of one text have the same
    reader BLOB NOT NULL          -- the version, event types and aliases that read it
);
CREATE INDEX documents_by_source ON documents (source);
CREATE TABLE readings (           -- all that was read from an article, with a checksum
    document INTEGER PRIMARY KEY,
    reading BLOB NOT NULL
);
CREATE TABLE assertions (         -- a claim about an event
    document INTEGER NOT NULL,    -- documents.id
    start INTEGER NOT NULL,       -- of its trigger, in code points of the reader's text
    event TEXT NOT NULL,          -- type of event; "open" types are verbs outside the lexicon
    trigger TEXT NOT NULL,
    sentence TEXT NOT NULL,
    time TEXT,                    -- TIMEX3 value
    first_day TEXT,
    last_day TEXT,
    place TEXT,
    country TEXT,
    modality TEXT NOT NULL,
    polarity TEXT NOT NULL,
    speaker TEXT,
    participants TEXT NOT NULL,   -- JSON list of names
    quantities TEXT NOT NULL      -- JSON list of {"text", "value", "unit", "measured"}
);
CREATE INDEX assertions_by_document ON assertions (document);
CREATE INDEX assertions_by_event ON assertions (event, first_day);
CREATE TABLE keys (               -- names by which articles find their story
    key INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (key, document)
) WITHOUT ROWID;
CREATE TABLE stories (            -- what came of articles that were judged together
    key BLOB PRIMARY KEY,
    used INTEGER NOT NULL,
    judged BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE events (             -- an event that several sentences of a story tell of
    id INTEGER PRIMARY KEY,
    story BLOB NOT NULL,
    event_id TEXT NOT NULL,
    event TEXT NOT NULL,
    first_day TEXT,               -- from the earliest to the latest day that a member gives it
    last_day TEXT,
    documents INTEGER NOT NULL    -- how many articles tell of it
);
CREATE INDEX events_by_story ON events (story);
CREATE TABLE event_members (
    event INTEGER NOT NULL,       -- events.id
    document TEXT NOT NULL,
    start INTEGER NOT NULL,       -- assertions.start
    PRIMARY KEY (event, document, start)
) WITHOUT ROWID;
"""
