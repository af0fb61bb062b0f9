-- grain: one row per listed person with data: a copy in the window lies in his or her mailbox; of a person who is in
-- no directory no mailbox is known: there it is an email or a copy of a meeting that the address is on
-- key: person_key
-- not null: person_key
-- as: table
with find_mailboxes as (
    select distinct mailbox as person_key
    from message_copy
    where local_date(sent_at) between window_start() and run_date()
),

find_events as (
    select mailbox, organizer_address, attendees
    from event_copy
    where not is_series_master
        and start_at is not null
        and case when is_all_day then start_date else local_date(start_at) end
            between window_start() and run_date()
),

find_addresses as (
    select email_address as address, person_key
    from listed_person
    where entra_id is null
),

list_people as (
    select c.message_key, explode(c.people) as person
    from copy_people as c
    where exists (select 1 from listed_person as l where l.entra_id is null)
),

find_emails as (
    select a.person_key, p.message_key
    from list_people as p
    inner join find_addresses as a on a.address = p.person.emailAddress.address
    union
    select a.person_key, e.message_key
    from email as e
    inner join find_addresses as a on a.address = e.sender_address
),

list_attendees as (
    select explode(attendees) as attendee
    from find_events
),

find_people as (
    select person_key
    from find_mailboxes
    union
    select mailbox as person_key
    from find_events
    union
    select f.person_key
    from find_emails as f
    inner join email as e on e.message_key = f.message_key
    where local_date(e.sent_at) between window_start() and run_date()
    union
    select a.person_key
    from find_addresses as a
    inner join find_events as v on v.organizer_address = a.address
    union
    select a.person_key
    from find_addresses as a
    inner join list_attendees as v on v.attendee.emailAddress.address = a.address
)

select l.person_key
from listed_person as l
inner join find_people as p on p.person_key = l.person_key
