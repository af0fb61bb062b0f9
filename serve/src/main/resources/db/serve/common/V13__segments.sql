-- segments that people saved; times are milliseconds since 1970, UTC
create table segment (
    id varchar(36) not null primary key,
    name varchar(100) not null,
    -- the output table that it is about
    output varchar(100) not null,
    -- JSON: groups of conditions
    rule text not null,
    created_by varchar(200) not null,
    created_at bigint not null
);

create unique index segment_name on segment (lower(name));

-- how many a segment, saved or ready-made, had in a run; it stays when the run's tables go
create table segment_count (
    segment varchar(36) not null,
    output varchar(100) not null,
    run varchar(40) not null,
    as_of varchar(10) not null,
    -- of the run that it is compared with; null where there was none
    earlier_as_of varchar(10),
    members bigint not null,
    joined bigint not null,
    gone bigint not null,
    primary key (segment, output, run)
);
