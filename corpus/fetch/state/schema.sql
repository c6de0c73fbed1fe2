-- Times are milliseconds since 1970 in UTC; 0 is "never".
CREATE TABLE IF NOT EXISTS meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS pages (
    url           TEXT PRIMARY KEY,
    host          TEXT NOT NULL,
    source        TEXT NOT NULL,
    role          TEXT NOT NULL,
    depth         INTEGER NOT NULL,
    via           TEXT NOT NULL,
    list          TEXT NOT NULL, -- the list that it was found on, without query
    due           INTEGER NOT NULL,
    tries         INTEGER NOT NULL, -- that failed in a row
    hops          INTEGER NOT NULL, -- redirects before it
    status        INTEGER NOT NULL,
    error         TEXT NOT NULL,
    target        TEXT NOT NULL, -- of its redirect
    etag          TEXT NOT NULL,
    modified      TEXT NOT NULL,
    media         TEXT NOT NULL,
    content       TEXT NOT NULL, -- SHA-256 of the document, hex
    payload       TEXT NOT NULL, -- labelled digest of the original's payload
    original      TEXT NOT NULL, -- WARC-Date of the capture that has the content
    visited       INTEGER NOT NULL,
    whole         INTEGER NOT NULL, -- last visit that brought the whole document
    changed       INTEGER NOT NULL,
    leads         INTEGER NOT NULL, -- links on it that were followed
    lists         INTEGER NOT NULL, -- 1: it is a list of documents
    kind          TEXT NOT NULL,
    title         TEXT NOT NULL,
    municipality  TEXT NOT NULL, -- SCB codes, separated by spaces
    decided       TEXT NOT NULL, -- content that the decision is about
    decider       TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pages_due ON pages (host, due, depth, url, source) WHERE due > 0;
CREATE INDEX IF NOT EXISTS pages_failed ON pages (host, due) WHERE tries > 0;
CREATE INDEX IF NOT EXISTS pages_undecided ON pages (url) WHERE content <> decided;

CREATE TABLE IF NOT EXISTS visits (
    id      INTEGER PRIMARY KEY,
    host    TEXT NOT NULL,
    url     TEXT NOT NULL,
    at      INTEGER NOT NULL,
    ended   INTEGER NOT NULL, -- 0: it is not known what came of it
    status  INTEGER NOT NULL,
    content TEXT NOT NULL,
    changed INTEGER NOT NULL,
    error   TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS visits_host ON visits (host, at, ended);
CREATE INDEX IF NOT EXISTS visits_url ON visits (url, at);

CREATE TABLE IF NOT EXISTS robots (
    origin TEXT PRIMARY KEY,
    at     INTEGER NOT NULL,
    status INTEGER NOT NULL,
    body   BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS hosts (
    host     TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    until    INTEGER NOT NULL, -- the breaker is open
    pause    INTEGER NOT NULL  -- the host asked for silence
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS lists (
    url      TEXT PRIMARY KEY,
    source   TEXT NOT NULL,
    declared INTEGER NOT NULL,
    at       INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS listed (
    via  TEXT NOT NULL, -- the page of the list
    list TEXT NOT NULL, -- without query
    url  TEXT NOT NULL,
    PRIMARY KEY (via, url)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS listed_list ON listed (list, url);

CREATE TABLE IF NOT EXISTS runs (
    id      TEXT PRIMARY KEY,
    started INTEGER NOT NULL,
    ended   INTEGER NOT NULL,
    outcome TEXT NOT NULL
) WITHOUT ROWID;
