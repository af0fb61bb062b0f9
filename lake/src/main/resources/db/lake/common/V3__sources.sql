-- Who brought a commit's rows, as the SHA-256 of the source's name; empty: nobody in particular.
alter table lake_commit add column source varchar(64) not null default '';

create index lake_commit_by_source on lake_commit (source);

-- Sources of which nothing can be committed any more. Times are epoch milliseconds, UTC.
create table lake_ended_source (
    source varchar(64) not null primary key,
    ended_at bigint not null
);
