-- to which department people belonged from a month on, under a keyed name that only the home's key leads back to a person
create table recorded_department (
    person varchar(64) not null,
    -- yyyy-MM-dd, a first day
    month_start varchar(10) not null,
    -- empty for none; null where the person had left
    department text,
    primary key (person, month_start)
);
