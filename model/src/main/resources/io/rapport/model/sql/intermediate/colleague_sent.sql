-- grain: one row per email that a colleague sent, in the own week
-- key: message_key
-- not null: colleague_number, message_key, sent_second, week_number, is_bulk, is_outside, is_after_hours
-- as: table
-- Weeks are counted from the Monday before 1970; the days of a week from 0, Monday.
with locate_emails as (
    select
        e.sender_number as colleague_number,
        e.message_key,
        e.conversation_key,
        e.sent_second,
        e.sent_second + o.offset_seconds as local_second,
        o.working_days,
        o.start_second,
        o.end_second
    from counted_email as e
    inner join colleague_offset as o
        on o.colleague_number = e.sender_number
            and e.sent_second >= o.from_second
            and e.sent_second < o.to_second
),

part_days as (
    select
        l.*,
        quotient(local_second + 259200, 604800) as week_number,
        local_second - 86400 * quotient(local_second, 86400) as second_of_day,
        quotient(local_second + 259200, 86400) - 7 * quotient(local_second + 259200, 604800) as day_of_week
    from locate_emails as l
),

look_at_days as (
    select
        p.*,
        substr(working_days, cast(day_of_week + 1 as int), 1) = '1' as is_working_day,
        substr(working_days, cast(case when day_of_week = 0 then 7 else day_of_week end as int), 1) = '1'
            as is_after_working_day
    from part_days as p
),

find_outside as (
    select distinct message_key
    from other_recipient
    where is_outside
)

select
    d.colleague_number,
    d.message_key,
    d.conversation_key,
    d.sent_second,
    d.week_number,
    b.message_key is not null as is_bulk,
    f.message_key is not null as is_outside,
    case
        when d.start_second < d.end_second
            then not (
                d.is_working_day and d.second_of_day >= d.start_second and d.second_of_day < d.end_second
            )
        else not (
            (d.is_working_day and d.second_of_day >= d.start_second)
            or (d.is_after_working_day and d.second_of_day < d.end_second)
        )
    end as is_after_hours
from look_at_days as d
left join bulk_mailing as b on b.message_key = d.message_key
left join find_outside as f on f.message_key = d.message_key
