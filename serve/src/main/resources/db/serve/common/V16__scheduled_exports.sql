-- where the tables of an enrichment go after each of its runs, and what came of it; times are milliseconds since 1970, UTC
create table scheduled_export (
    output varchar(100) not null primary key,
    -- on the server's machine; the tables lie in a folder of the output's name in it
    folder text not null,
    format varchar(10) not null,
    -- address of the folder for whoever reads it elsewhere; empty for the folder itself
    location text not null,
    -- whether the tables that are for administrators go there too
    is_complete boolean not null,
    set_by varchar(200) not null,
    -- of the run that was tried last, with what came of it; null before the first
    run varchar(40),
    tried_at bigint,
    error_code varchar(60),
    error_text text,
    -- of the last one that came to its end
    delivered_at bigint,
    row_count bigint not null
);
