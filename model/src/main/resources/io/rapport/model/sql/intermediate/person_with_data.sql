-- grain: one row per listed person with data: a copy that is dated in the window lies in his or her mailbox; of a
-- person who is in no directory no mailbox is known: there the address is on a copy
-- key: person_key
-- not null: person_key
-- as: table
with find_messages as (
    select mailbox, sender_address, all_people(to_people, cc_people, bcc_people) as people
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
    select explode(people) as person
    from find_messages
    where exists (select 1 from listed_person as l where l.entra_id is null)
),

list_attendees as (
    select explode(attendees) as attendee
    from find_events
),

find_people as (
    select p.person_key
    from listed_person as p
    inner join find_messages as m on m.mailbox = p.entra_id
    union
    select p.person_key
    from listed_person as p
    inner join find_events as e on e.mailbox = p.entra_id
    union
    select a.person_key
    from find_addresses as a
    inner join find_messages as m on m.sender_address = a.address
    union
    select a.person_key
    from find_addresses as a
    inner join list_people as p on p.person.emailAddress.address = a.address
    union
    select a.person_key
    from find_addresses as a
    inner join find_events as e on e.organizer_address = a.address
    union
    select a.person_key
    from find_addresses as a
    inner join list_attendees as v on v.attendee.emailAddress.address = a.address
)

select person_key
from find_people
