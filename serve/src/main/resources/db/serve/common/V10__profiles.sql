-- customer profiles: named sets of accounts and contacts; times are milliseconds since 1970, UTC
create table profile_set (
    id varchar(36) not null primary key,
    name varchar(60) not null unique,
    created_at bigint not null,
    created_by varchar(200) not null
);

-- what was brought for a set, from 1; its rows lie in profiles/<set>/<folder> of the home
create table profile_version (
    set_id varchar(36) not null references profile_set (id) on delete cascade,
    number integer not null,
    folder varchar(36) not null,
    created_at bigint not null,
    created_by varchar(200) not null,
    account_rows bigint not null,
    accounts bigint not null,
    contact_rows bigint not null,
    matched bigint not null,
    -- JSON: column by field, and what was found about the rows
    columns text not null,
    findings text not null,
    primary key (set_id, number)
);

-- contacts that somebody added by hand; they join those of whatever version
create table added_contact (
    set_id varchar(36) not null references profile_set (id) on delete cascade,
    address varchar(320) not null,
    account_id varchar(400) not null,
    account_name varchar(400) not null,
    added_at bigint not null,
    added_by varchar(200) not null,
    primary key (set_id, address, account_id)
);

-- which of these a run has used; null where its spec named files
alter table run add column profiles varchar(60);
alter table run add column profiles_version integer;
alter table run add column added_contacts integer;
