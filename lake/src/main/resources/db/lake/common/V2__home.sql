-- The id of the home folder that this database belongs to: one row. On PostgreSQL a writer locks this table.
create table lake_home (
    id varchar(36) not null primary key
);
