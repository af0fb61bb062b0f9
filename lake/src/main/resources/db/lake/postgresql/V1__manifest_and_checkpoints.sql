-- Times are epoch milliseconds, UTC.

create table lake_writer (
    id varchar(64) not null primary key,
    lease_until bigint not null
);

create table lake_commit (
    id bigint generated always as identity primary key,
    batch varchar(80) not null,
    committed_at bigint not null
);

-- What a commit did to a dataset, in rows; added minus removed over all commits is what is visible.
create table lake_change (
    commit_id bigint not null references lake_commit (id),
    dataset varchar(80) not null,
    added_count bigint not null,
    replaced_count bigint not null,
    unchanged_count bigint not null,
    superseded_count bigint not null,
    removed_count bigint not null,
    primary key (commit_id, dataset)
);

create index lake_change_by_dataset on lake_change (dataset, commit_id);

create table lake_file (
    id bigint generated always as identity primary key,
    path varchar(400) not null unique,
    dataset varchar(80) not null,
    partition_month varchar(7) not null,
    kind varchar(10) not null,
    row_count bigint not null,
    byte_count bigint not null,
    min_time bigint,
    max_time bigint,
    sha256 char(64) not null,
    added_by bigint not null references lake_commit (id),
    removed_by bigint references lake_commit (id)
);

create index lake_file_visible on lake_file (added_by) where removed_by is null;

create table lake_checkpoint (
    scope varchar(200) not null,
    name varchar(400) not null,
    value text not null,
    written_at bigint not null,
    primary key (scope, name)
);
