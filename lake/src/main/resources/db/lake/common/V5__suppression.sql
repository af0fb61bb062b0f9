-- What never lands again: addresses and object ids of erased people, as HMAC-SHA-256 under a key that lies in the home's
-- folder of keys. Rows are only added. Times are epoch milliseconds, UTC.
create table lake_suppression (
    hash char(64) not null primary key,
    added_at bigint not null
);
