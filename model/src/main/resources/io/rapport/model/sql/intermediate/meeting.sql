-- grain: one row per meeting: the copies of one occurrence joined
-- key: meeting_key
-- not null: meeting_key, start_at, start_date, is_all_day, is_cancelled, is_private
-- as: table
select
    meeting_key,
    min(start_at) as start_at,
    min_by(start_date, copy_order(mailbox, copy_id)) as start_date,
    min_by(is_all_day, copy_order(mailbox, copy_id)) as is_all_day,
    min_by(coalesce(seconds_between(start_at, end_at), -86400000000), copy_order(mailbox, copy_id))
        as first_seconds,
    min_by(organizer_address, copy_order(mailbox, copy_id)) filter (where organizer_address is not null)
        as organizer_address,
    bool_or(is_cancelled) as is_cancelled,
    bool_or(is_private) as is_private
from event_copy
where not is_series_master
    and start_at is not null
group by meeting_key
