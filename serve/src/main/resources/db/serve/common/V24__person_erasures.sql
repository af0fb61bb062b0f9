-- erasures of people; the certificates lie in files. Times are milliseconds since 1970, UTC
create table person_erasure (
    number integer not null primary key,
    asked_at bigint not null,
    asked_by varchar(200) not null,
    -- who, encrypted, so that what was broken off can be finished; null once it is
    words text,
    finished_at bigint
);
