-- grain: one row per meeting and colleague who organized it, or accepted it for sure or tentatively and did not decline
-- it elsewhere; none of a whole day
-- key: meeting_key, colleague_number
-- not null: meeting_key, colleague_number, start_second, end_second
-- holds: start_second <= end_second
-- as: table
-- A case, because DuckDB takes two comparisons with the rule for a join that leaves hardly any meetings, and then holds all
-- of them in memory for each join above it.
with find_meetings as (
    select
        m.meeting_key,
        m.organizer_address,
        seconds_of(m.start_at) as start_second,
        seconds_of(m.start_at) + case when m.first_seconds > 0 then m.first_seconds else 0 end as end_second
    from meeting as m
    cross join collaboration_rule as r
    left join group_address as g on g.address = m.organizer_address
    where not m.is_cancelled
        and not m.is_all_day
        and m.organizer_address is not null
        and g.address is null
        and case
            when seconds_of(m.start_at) >= r.first_second then seconds_of(m.start_at) < r.end_second
            else false
        end
),

list_attendees as (
    select meeting_key, explode(attendees) as attendee
    from event_copy
    where not is_series_master
),

read_answers as (
    select
        meeting_key,
        attendee.emailAddress.address as address,
        coalesce(lower(attendee.status.response), '') as response
    from list_attendees
    where coalesce(lower(attendee.type), '') <> 'resource'
),

find_answers as (
    select a.meeting_key, c.colleague_number, a.response, false as is_organizer
    from read_answers as a
    inner join colleague_by_address as c on c.address = a.address
    union all
    select e.meeting_key, c.colleague_number, e.response, false as is_organizer
    from event_copy as e
    inner join colleague as c on c.user_id = e.mailbox
    where not e.is_series_master
    union all
    select m.meeting_key, c.colleague_number, 'organizer' as response, true as is_organizer
    from find_meetings as m
    inner join colleague_by_address as c on c.address = m.organizer_address
)

select
    m.meeting_key,
    f.colleague_number,
    min(m.start_second) as start_second,
    min(m.end_second) as end_second
from find_answers as f
inner join find_meetings as m on m.meeting_key = f.meeting_key
group by m.meeting_key, f.colleague_number
having bool_or(f.is_organizer)
    or (
        bool_or(f.response in ('accepted', 'tentativelyaccepted'))
        and not bool_or(f.response = 'declined')
    )
