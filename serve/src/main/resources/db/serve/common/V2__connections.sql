-- folders that exports are written to; times are milliseconds since 1970, UTC
create table connection (
    name varchar(60) not null primary key,
    connector varchar(40) not null,
    folder text not null,
    dataset varchar(80),
    created_at bigint not null,
    synced_at bigint
);

-- one row per file that was seen in such a folder: what it was like, and what became of it
create table watched_file (
    connection varchar(60) not null references connection (name) on delete cascade,
    path text not null,
    byte_count bigint not null,
    modified_at bigint not null,
    -- the first look that found this size and this time
    quiet_since bigint not null,
    state varchar(20) not null,
    -- of the bytes that were last tried; null where there was no trial or they could not be read
    sha256 char(64),
    reason_code varchar(60),
    reason text,
    primary key (connection, path)
);
