-- grain: one row per meeting: what the copies of one occurrence say, and whether they agree
-- key: meeting_key
-- not null: meeting_key, start_at, least_all_day, greatest_all_day, least_seconds, greatest_seconds
-- holds: least_seconds <= greatest_seconds
-- as: table
-- An end that is missing stands as -86400000000 seconds after the start.
with measure_copies as (
    select
        meeting_key,
        start_at,
        start_date,
        organizer_address,
        case when is_all_day then 1 else 0 end as all_day,
        coalesce(seconds_between(start_at, end_at), -86400000000) as seconds,
        is_cancelled,
        is_private
    from event_copy
    where not is_series_master
        and start_at is not null
)

select
    meeting_key,
    min(start_at) as start_at,
    min(start_date) as least_date,
    max(start_date) as greatest_date,
    min(all_day) as least_all_day,
    max(all_day) as greatest_all_day,
    min(seconds) as least_seconds,
    max(seconds) as greatest_seconds,
    min(organizer_address) as least_organizer,
    max(organizer_address) as greatest_organizer,
    bool_or(is_cancelled) as is_cancelled,
    bool_or(is_private) as is_private
from measure_copies
group by meeting_key
