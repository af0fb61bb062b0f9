-- grain: one row per meeting: the copies of one occurrence joined; where they differ the first counts
-- key: meeting_key
-- not null: meeting_key, start_at, start_date, is_all_day, is_cancelled, is_private
-- as: view
with read_first as (
    select
        e.meeting_key,
        min_by(e.start_date, copy_order(e.mailbox, e.copy_id)) as start_date,
        min_by(case when e.is_all_day then 1 else 0 end, copy_order(e.mailbox, e.copy_id)) as all_day,
        min_by(
            coalesce(seconds_between(e.start_at, e.end_at), -86400000000), copy_order(e.mailbox, e.copy_id)
        ) as seconds,
        min_by(e.organizer_address, copy_order(e.mailbox, e.copy_id))
            filter (where e.organizer_address is not null) as organizer_address
    from event_copy as e
    inner join differing_meeting as d on d.meeting_key = e.meeting_key
    where not e.is_series_master
        and e.start_at is not null
    group by e.meeting_key
)

select
    o.meeting_key,
    o.start_at,
    coalesce(f.start_date, o.least_date) as start_date,
    coalesce(f.all_day, o.least_all_day) = 1 as is_all_day,
    coalesce(f.seconds, o.least_seconds) as first_seconds,
    coalesce(f.organizer_address, o.least_organizer) as organizer_address,
    o.is_cancelled,
    o.is_private
from meeting_outline as o
left join read_first as f on f.meeting_key = o.meeting_key
