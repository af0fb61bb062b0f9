-- one row per run of an enrichment; times are milliseconds since 1970, UTC
create table run (
    id varchar(40) not null primary key,
    enrichment varchar(200) not null,
    output varchar(200) not null,
    as_of varchar(10) not null,
    time_zone varchar(60) not null,
    engine varchar(20) not null,
    snapshot bigint not null,
    formula_version integer not null,
    weights text not null,
    options text not null,
    consent text not null,
    state varchar(30) not null,
    row_count bigint,
    warnings text not null,
    error_code varchar(60),
    started_at bigint not null,
    finished_at bigint,
    process_number bigint not null,
    process_started_at bigint not null
);

create index run_by_output on run (output, started_at);
