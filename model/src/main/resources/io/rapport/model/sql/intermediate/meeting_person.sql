-- grain: one row per meeting and listed person who organizes it or takes part
-- key: meeting_key, person_number
-- not null: meeting_key, person_number, is_organizer
-- as: table
with find_declined as (
    select a.meeting_key, p.person_number
    from meeting_answer as a
    inner join person_address as p on p.address = a.address
    where a.is_declined
    union
    select meeting_key, person_number
    from meeting_owner
    where is_declined
),

find_invited as (
    select a.meeting_key, p.person_number
    from meeting_attendee as a
    inner join person_address as p on p.address = a.address
    union
    select meeting_key, person_number
    from meeting_owner
),

find_participants as (
    select m.meeting_key, p.person_number, true as is_organizer
    from meeting_read as m
    inner join person_address as p on p.address = m.organizer_address
    union all
    select i.meeting_key, i.person_number, false as is_organizer
    from find_invited as i
    where not exists (
        select 1
        from find_declined as d
        where d.meeting_key = i.meeting_key and d.person_number = i.person_number
    )
)

select meeting_key, person_number, bool_or(is_organizer) as is_organizer
from find_participants
group by meeting_key, person_number
