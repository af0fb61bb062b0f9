-- grain: one row per meeting and account that it counts for
-- key: account_id, meeting_key
-- not null: account_id, meeting_key, meeting_date, is_to_account, is_from_account
-- holds: is_to_account <> is_from_account
-- as: table
with gather_people as (
    select meeting_key, bool_or(is_organizer) as is_organizer
    from meeting_person
    group by meeting_key
),

gather_contacts as (
    select meeting_key, account_id, bool_or(is_organizer) as is_organizer
    from meeting_contact
    group by meeting_key, account_id
)

select
    c.account_id,
    c.meeting_key,
    m.meeting_date,
    m.duration_seconds,
    p.is_organizer as is_to_account,
    c.is_organizer as is_from_account
from gather_contacts as c
inner join gather_people as p on p.meeting_key = c.meeting_key
inner join meeting_read as m on m.meeting_key = c.meeting_key
where p.is_organizer or c.is_organizer
