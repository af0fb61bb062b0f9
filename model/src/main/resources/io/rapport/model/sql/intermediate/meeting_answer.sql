-- grain: one row per meeting, attendee address and whether a decline is written beside it
-- key: meeting_key, address, is_declined
-- not null: meeting_key, address, is_declined
-- as: table
with list_attendees as (
    select e.meeting_key, explode(e.attendees) as attendee
    from event_copy as e
    where not e.is_series_master
),

read_answers as (
    select
        a.meeting_key,
        a.attendee.emailAddress.address as address,
        coalesce(lower(a.attendee.type), '') = 'resource' as is_resource,
        coalesce(lower(a.attendee.status.response), '') = 'declined' as is_declined
    from list_attendees as a
)

select distinct a.meeting_key, a.address, a.is_declined
from read_answers as a
inner join meeting_read as m on m.meeting_key = a.meeting_key
where a.address is not null
    and not a.is_resource
