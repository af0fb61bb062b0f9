-- The functions that models use and that DuckDB spells in its own way. One statement a function.
create macro explode(list) as unnest(list);
create macro all_people(first_list, second_list, third_list) as
    flatten([first_list, second_list, third_list]);
create macro local_date(instant) as cast(timezone(report_zone(), timezone('UTC', instant)) as date);
create macro days_between(first_day, last_day) as cast(last_day - first_day as bigint);
create macro seconds_of(instant) as epoch_us(instant) // 1000000;
create macro seconds_between(first_instant, last_instant) as
    (epoch_us(last_instant) - epoch_us(first_instant)) // 1000000;
create macro quotient(dividend, divisor) as dividend // divisor;
create macro domain_of(address) as split_part(address, '@', 2);
create macro copy_order(mailbox, copy_id) as row(mailbox, copy_id);
-- Of a hundred million long texts any two meet in one lake in 3,700; twice as many bits cost a fifth of a run.
create macro short_key(long_key) as case when long_key is not null then hash(long_key) end;
create macro fingerprint(long_text) as case when long_text is not null then hash(long_text) end;
create macro pair_fingerprint(first_value, second_value) as hash(first_value, second_value);
