-- sessions of people who are signed in; the columns are Spring Session's
create table spring_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint spring_session_pk primary key (primary_id)
);

create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);

-- where people sign in; one row at most; times are milliseconds since 1970, UTC
create table sign_in_provider (
    id integer not null primary key check (id = 1),
    issuer varchar(400) not null,
    client_id varchar(200) not null,
    -- encrypted; the key lies elsewhere
    client_secret text not null,
    -- the claim that says what somebody may do, and which of its values mean which role
    role_claim varchar(100) not null,
    administrator_value varchar(200) not null,
    contributor_value varchar(200) not null,
    viewer_value varchar(200) not null,
    changed_at bigint not null
);

-- who saw, exported, changed or deleted what; each row's hash covers the row before it
create table access_log (
    number bigint not null primary key,
    happened_at bigint not null,
    person_id varchar(200) not null,
    person_name varchar(200) not null,
    role varchar(20) not null,
    action varchar(20) not null,
    -- the page or thing, and which one
    subject varchar(200) not null,
    detail varchar(400) not null,
    address varchar(60) not null,
    outcome varchar(20) not null,
    hash char(64) not null
);

create index access_log_by_time on access_log (happened_at);

-- work that the server does by itself or when asked
create table job (
    id varchar(36) not null primary key,
    kind varchar(20) not null,
    subject varchar(200) not null,
    state varchar(20) not null,
    requested_by varchar(200) not null,
    requested_at bigint not null,
    started_at bigint,
    finished_at bigint,
    task varchar(400) not null,
    done bigint not null,
    total bigint not null,
    summary varchar(1000) not null,
    error_code varchar(60),
    error_text text,
    is_cancel_requested boolean not null
);

create index job_by_request on job (requested_at);

-- connections that wait for an administrator's consent: ten minutes, one use, for one session
create table pending_consent (
    -- of the random state; the state itself is nowhere
    state_hash char(64) not null primary key,
    session_hash char(64) not null,
    name varchar(60) not null,
    id varchar(36) not null,
    connector varchar(40) not null,
    tenant varchar(260) not null,
    client_id varchar(36) not null,
    login_url varchar(300) not null,
    graph_url varchar(300) not null,
    credential_kind varchar(40) not null,
    -- encrypted; the key lies elsewhere
    credential text not null,
    requested_at bigint not null
);

-- the scheduler's own; the columns are db-scheduler's
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data bytea,
    execution_time timestamp with time zone,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    state varchar(20),
    primary key (task_name, task_instance)
);

create index execution_time_idx on scheduled_tasks (execution_time);
create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);

-- what people chose for the whole installation
create table setting (
    name varchar(60) not null primary key,
    value text not null,
    changed_at bigint not null
);
