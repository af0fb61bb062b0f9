-- grain: one row per meeting, with the reason why it is left out, if it is
-- key: meeting_key
-- not null: meeting_key, meeting_date
-- as: table
with locate_meetings as (
    select
        m.*,
        case when m.is_all_day then m.start_date else local_date(m.start_at) end as meeting_date
    from meeting as m
)

select
    m.meeting_key,
    m.meeting_date,
    m.organizer_address,
    case
        when m.is_all_day or m.first_seconds = -86400000000 then null
        when m.first_seconds < 0 then 0
        else m.first_seconds
    end as duration_seconds,
    case
        when m.is_cancelled then 'Cancelled'
        when m.organizer_address is null then 'No usable organizer'
        when g.address is not null then 'The organizer is a group'
        when exclude_private() and m.is_private then 'Private'
        when m.meeting_date < window_start() or m.meeting_date > run_date() then 'Outside the window'
    end as left_out
from locate_meetings as m
left join group_address as g on g.address = m.organizer_address
