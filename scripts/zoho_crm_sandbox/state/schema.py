"""The tables of the database."""

SCHEMA_VERSION = 3
SCHEMA = """
CREATE TABLE organizations (
    id TEXT PRIMARY KEY,
    utc_offset INTEGER NOT NULL,                        -- minutes
    next_id INTEGER NOT NULL                            -- of the next record
) WITHOUT ROWID;
CREATE TABLE users (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    permitted INTEGER NOT NULL DEFAULT 1,               -- else NO_PERMISSION
    privileged INTEGER NOT NULL DEFAULT 1,              -- else AUTHORIZATION_FAILED
    kind TEXT NOT NULL DEFAULT 'active'                 -- one of USER_KINDS
) WITHOUT ROWID;
CREATE TABLE tokens (
    token TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    scopes TEXT NOT NULL,                               -- lower case, separated by spaces
    expires_at REAL,                                    -- null: never
    dropped INTEGER NOT NULL DEFAULT 0                  -- replaced by newer tokens
) WITHOUT ROWID;
CREATE TABLE modules (
    organization TEXT NOT NULL,
    api_name TEXT NOT NULL,
    id TEXT NOT NULL,
    storage_name TEXT NOT NULL,                         -- Events for Meetings, else api_name
    custom INTEGER NOT NULL,
    supported INTEGER NOT NULL,                         -- by the API
    unique_fields TEXT NOT NULL,                        -- API names separated by spaces
    PRIMARY KEY (organization, api_name)
) WITHOUT ROWID;
CREATE TABLE records (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    module TEXT NOT NULL,
    fields TEXT NOT NULL,                               -- a JSON object
    PRIMARY KEY (organization, id)
) WITHOUT ROWID;
CREATE INDEX records_of_module ON records (organization, module);
CREATE TABLE jobs (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    system TEXT NOT NULL,
    module TEXT NOT NULL,
    submitted_at REAL NOT NULL,
    plan TEXT NOT NULL,                                 -- Plan.to_json()
    request TEXT NOT NULL,                              -- a JSON object
    PRIMARY KEY (organization, id)
) WITHOUT ROWID;
CREATE TABLE views (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    module TEXT NOT NULL,
    criteria TEXT NOT NULL,                             -- a JSON list of [field, comparator, value]; empty: all records
    accessible INTEGER NOT NULL,                        -- else NO_PERMISSION
    declared_count INTEGER,                             -- null: the number of records that it selects
    outcome TEXT NOT NULL,                              -- of its jobs, one of plan.OUTCOMES; empty: success
    PRIMARY KEY (organization, id)
) WITHOUT ROWID;
CREATE TABLE territories (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    parent TEXT NOT NULL,                               -- empty: none
    PRIMARY KEY (organization, id)
) WITHOUT ROWID;
CREATE TABLE pending (                                  -- jobs that have not handled all their records
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    system TEXT NOT NULL,
    view TEXT NOT NULL,                                 -- the view it works on; empty: none
    handled INTEGER NOT NULL,                           -- how many records it has handled
    PRIMARY KEY (organization, job)
) WITHOUT ROWID;
CREATE TABLE work (                                     -- the records of pending jobs
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    position INTEGER NOT NULL,                          -- from 0, in the order in which they are handled
    record TEXT NOT NULL,
    PRIMARY KEY (organization, job, position)
) WITHOUT ROWID;
CREATE TABLE uploads (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    created_at REAL NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organization, id)
);
CREATE TABLE bulk_changes (                             -- not applied yet
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    number INTEGER NOT NULL,                            -- of the row, over all files of the job
    kind TEXT NOT NULL,                                 -- add, update or append
    module TEXT NOT NULL,
    record TEXT NOT NULL,
    fields TEXT NOT NULL,                               -- a JSON object
    PRIMARY KEY (organization, job, number)
) WITHOUT ROWID;
CREATE TABLE bulk_results (
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organization, job)
);
CREATE TABLE bulk_callbacks (                           -- not sent yet
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    version TEXT NOT NULL,                              -- of the API that the job was created with
    PRIMARY KEY (organization, job)
) WITHOUT ROWID;
CREATE TABLE clients (
    id TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    redirect_uri TEXT NOT NULL                          -- empty: any
) WITHOUT ROWID;
CREATE TABLE codes (
    code TEXT PRIMARY KEY,
    client TEXT NOT NULL,
    user TEXT NOT NULL,
    scopes TEXT NOT NULL,                               -- separated by spaces
    expires_at REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE refresh_tokens (
    number INTEGER PRIMARY KEY,                         -- in the order of creation
    token TEXT NOT NULL UNIQUE,
    client TEXT NOT NULL,
    user TEXT NOT NULL,
    scopes TEXT NOT NULL                                -- separated by spaces
);
CREATE TABLE made_tokens (
    number INTEGER PRIMARY KEY,
    token TEXT NOT NULL,                                -- the access token
    refresh_token TEXT NOT NULL,
    refreshed_at REAL                                   -- null: issued together with the refresh token
);
CREATE INDEX made_with ON made_tokens (refresh_token);
CREATE TABLE administrators (                           -- the user who acts for an organization
    organization TEXT PRIMARY KEY,
    user TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE secrets (
    seed INTEGER NOT NULL,                              -- one row: what secrets are derived from
    made INTEGER NOT NULL
);
CREATE TABLE anchors (                                  -- one row: what the clock showed at a real moment
    real REAL NOT NULL,
    shown REAL NOT NULL,
    scale REAL NOT NULL
);
"""
