-- enrichments that people saved; times are milliseconds since 1970, UTC
create table enrichment (
    id varchar(36) not null primary key,
    name varchar(200) not null,
    output varchar(100) not null,
    -- what it counts, as the wizard has it: a JSON list of names and values in turn; addresses are in it
    fields text not null,
    -- those of its addresses that were groups when it was saved; a JSON list
    selected_groups text not null,
    state varchar(30) not null,
    asked_by varchar(200) not null,
    created_at bigint not null,
    -- who agreed, declined or withdrew, and when
    decided_by varchar(200),
    decided_at bigint,
    -- when it runs next by itself
    next_run_at bigint,
    -- whether there may be outputs that have to go
    is_to_be_removed boolean not null
);

-- both become names of files and tables, which not every system tells apart by case
create unique index enrichment_name on enrichment (lower(name));
create unique index enrichment_output on enrichment (lower(output));

-- enrichments that are being made or edited, each in the hands of one person
create table enrichment_draft (
    id varchar(36) not null primary key,
    person_id varchar(200) not null,
    -- the enrichment that is edited; null for a new one
    edits varchar(36),
    fields text not null,
    changed_at bigint not null
);

-- what a run did one after the other
create table run_task (
    run varchar(40) not null,
    number integer not null,
    title varchar(200) not null,
    row_count bigint,
    started_at bigint not null,
    finished_at bigint,
    primary key (run, number)
);

-- letters to the administrators that ask for consent; one per enrichment at most
create table consent_mail (
    enrichment varchar(36) not null primary key,
    asked_at bigint not null,
    next_try_at bigint not null,
    tries integer not null,
    sent_at bigint,
    -- why the last try failed; null where none did
    problem_code varchar(60)
);
