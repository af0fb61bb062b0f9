-- what changed from run to run, one row for each run of an active enrichment; times are milliseconds since 1970, UTC
create table digest (
    run varchar(40) not null primary key,
    output varchar(100) not null,
    enrichment varchar(200) not null,
    as_of varchar(10) not null,
    -- of the run that it is compared with; null where there was none
    earlier_as_of varchar(10),
    made_at bigint not null,
    -- JSON: customers and domains, and nobody's name
    contents text not null,
    -- whether it went to those who asked for it
    is_sent boolean not null
);

create index digest_by_output on digest (output, made_at);

-- people who asked for the digests of an output table by mail
create table digest_reader (
    person_id varchar(200) not null,
    output varchar(100) not null,
    -- encrypted; the key lies elsewhere
    address text not null,
    -- when the person last signed in, and as what
    role varchar(20) not null,
    seen_at bigint not null,
    primary key (person_id, output)
);

-- letters and calls that are owed for digests; one for each digest, way and person
create table digest_delivery (
    id varchar(36) not null primary key,
    run varchar(40) not null,
    output varchar(100) not null,
    way varchar(10) not null,
    -- empty for the webhook
    person_id varchar(200) not null,
    state varchar(20) not null,
    tries integer not null,
    next_try_at bigint not null
);

create unique index digest_delivery_once on digest_delivery (run, way, person_id);

-- each call of the webhook, tests among them
create table webhook_attempt (
    delivery varchar(36) not null,
    number integer not null,
    -- of the digest; null for a test
    run varchar(40),
    output varchar(100) not null,
    started_at bigint not null,
    -- as HTTP has it; null where no answer came
    status integer,
    -- why it did not arrive; null where it did
    problem_code varchar(60),
    primary key (delivery, number)
);
