-- keys that programs prove themselves by; times are milliseconds since 1970, UTC
create table api_key (
    id varchar(20) not null primary key,
    name varchar(100) not null,
    -- SHA-256 of the secret, in hexadecimal; the secret itself is nowhere
    secret_hash char(64) not null,
    role varchar(20) not null,
    made_by varchar(200) not null,
    made_at bigint not null,
    expires_at bigint not null,
    -- to the minute; null before the first time
    last_used_at bigint,
    -- null as long as nobody did
    revoked_at bigint
);
