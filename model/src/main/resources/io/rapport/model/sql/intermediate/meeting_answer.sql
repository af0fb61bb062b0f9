-- grain: one row per meeting, attendee address and whether a decline is written beside it
-- key: meeting_key, address, is_declined
-- not null: meeting_key, address, is_declined
-- as: table
with find_copies as (
    select e.meeting_key, e.attendees
    from event_copy as e
    inner join meeting_read as m on m.meeting_key = e.meeting_key
    where not e.is_series_master
),

list_attendees as (
    select e.meeting_key, explode(e.attendees) as attendee
    from find_copies as e
),

read_answers as (
    select
        a.meeting_key,
        a.attendee.emailAddress.address as address,
        coalesce(lower(a.attendee.type), '') = 'resource' as is_resource,
        coalesce(lower(a.attendee.status.response), '') = 'declined' as is_declined
    from list_attendees as a
)

select distinct meeting_key, address, is_declined
from read_answers
where address is not null
    and not is_resource
