-- what people may extract through the server, as an administrator approved it; times are milliseconds since 1970, UTC
create table approval (
    id varchar(20) not null primary key,
    dataset varchar(60) not null,
    -- JSON object: columns, groups, filter of users, regions
    extent text not null,
    destination varchar(40) not null,
    purpose varchar(500) not null,
    -- who may extract by it
    owner_id varchar(200) not null,
    owner_name varchar(200) not null,
    requested_at bigint not null,
    -- REQUESTED, APPROVED, DENIED or REVOKED; that one has expired, its time says
    state varchar(20) not null,
    decided_by_id varchar(200),
    decided_by_name varchar(200),
    decided_at bigint,
    expires_at bigint,
    revoked_by_id varchar(200),
    revoked_by_name varchar(200),
    revoked_at bigint,
    -- why it was denied or revoked
    reason varchar(500),
    edition bigint not null default 1
);

create index approval_by_owner on approval (owner_id, dataset);

-- null on the command line
alter table extraction add column approval_id varchar(20);
-- who answers for what a key does; empty where nobody noted it
alter table api_key add column made_by_id varchar(200) not null default '';
