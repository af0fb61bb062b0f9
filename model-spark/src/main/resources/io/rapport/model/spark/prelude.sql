-- The functions that models use and that Spark spells in its own way. One statement a function.
create temporary function local_date(instant timestamp_ntz) returns date
    return cast(from_utc_timestamp(cast(instant as timestamp_ltz), report_zone()) as date);
create temporary function days_between(first_day date, last_day date) returns bigint
    return cast(datediff(last_day, first_day) as bigint);
create temporary function seconds_of(instant timestamp_ntz) returns bigint
    return unix_seconds(cast(instant as timestamp_ltz));
create temporary function seconds_between(first_instant timestamp_ntz, last_instant timestamp_ntz) returns bigint
    return unix_seconds(cast(last_instant as timestamp_ltz)) - unix_seconds(cast(first_instant as timestamp_ltz));
create temporary function quotient(dividend bigint, divisor bigint) returns bigint
    return dividend div divisor;
create temporary function domain_of(address string) returns string
    return split_part(address, '@', 2);
create temporary function copy_order(mailbox string, copy_id string)
    returns struct<mailbox: string, copy_id: string>
    return struct(mailbox, copy_id);
create temporary function fingerprint(long_text string) returns bigint
    return case when long_text is not null then xxhash64(long_text) end;
create temporary function pair_fingerprint(first_value string, second_value binary) returns bigint
    return xxhash64(first_value, second_value);
