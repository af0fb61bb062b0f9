-- erasures of connections with what they brought, and of everything; the certificates lie in files. Times are milliseconds
-- since 1970, UTC
create table data_erasure (
    number integer not null primary key,
    -- the connection's name; empty: everything
    connection varchar(60) not null,
    asked_at bigint not null,
    asked_by varchar(200) not null,
    -- files and rows before, as JSON
    found text not null,
    -- by what the connection is known in the home, encrypted, so that what was broken off can be finished; null once it is,
    -- and of everything
    words text,
    finished_at bigint
);
