-- one row per extraction of a dataset; times are milliseconds since 1970, UTC
create table extraction (
    id varchar(40) not null primary key,
    dataset varchar(60) not null,
    -- JSON object: what was asked for, without the words of a filter of users
    request text not null,
    snapshot bigint not null,
    folder varchar(4000) not null,
    -- who approved it and how, in words without an address
    approval text not null,
    state varchar(30) not null,
    row_count bigint,
    error_code varchar(60),
    started_at bigint not null,
    finished_at bigint,
    process_number bigint not null,
    process_started_at bigint not null
);

create index extraction_by_time on extraction (started_at);
