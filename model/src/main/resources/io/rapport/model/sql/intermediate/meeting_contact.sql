-- grain: one row per meeting, account and contact of it who organizes the meeting or takes part
-- key: meeting_key, account_id, contact_id
-- not null: meeting_key, account_id, contact_id, is_organizer
-- as: table
with find_declined as (
    select distinct a.meeting_key, c.contact_id
    from meeting_answer as a
    inner join contact_address as c on c.address = a.address
    where a.is_declined
),

find_participants as (
    select m.meeting_key, c.account_id, c.contact_id, true as is_organizer
    from meeting_read as m
    inner join contact_address as c on c.address = m.organizer_address
    union all
    select a.meeting_key, c.account_id, c.contact_id, false as is_organizer
    from meeting_attendee as a
    inner join contact_address as c on c.address = a.address
    where not exists (
        select 1
        from find_declined as d
        where d.meeting_key = a.meeting_key and d.contact_id = c.contact_id
    )
)

select meeting_key, account_id, contact_id, bool_or(is_organizer) as is_organizer
from find_participants
group by meeting_key, account_id, contact_id
