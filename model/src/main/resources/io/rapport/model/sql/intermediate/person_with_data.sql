-- grain: one row per listed person with data: a copy that is dated in the window lies in his or her mailbox; of a
-- person who is in no directory no mailbox is known: there the address is on a copy
-- key: person_key
-- not null: person_key
-- as: table
-- A date in UTC is at most one day off the local one, so most copies need no look at the time zone.
with find_addresses as (
    select email_address as address, person_key
    from listed_person
    where entra_id is null
),

find_mailboxes as (
    select mailbox
    from message_copy
    where case
            when cast(sent_at as date) > window_start() and cast(sent_at as date) < run_date() then true
            else local_date(sent_at) between window_start() and run_date()
        end
    union
    select mailbox
    from event_copy
    where not is_series_master
        and start_at is not null
        and case when is_all_day then start_date else local_date(start_at) end
            between window_start() and run_date()
),

list_recipients as (
    select explode(people) as person, sent_at
    from copy_people
),

list_attendees as (
    select
        explode(attendees) as attendee,
        case when is_all_day then start_date else local_date(start_at) end as day
    from event_copy
    where not is_series_master
        and start_at is not null
),

list_addresses as (
    select sender_address as address, local_date(sent_at) as day from message_copy
    union all
    select person.emailAddress.address as address, local_date(sent_at) as day from list_recipients
    union all
    select
        organizer_address as address,
        case when is_all_day then start_date else local_date(start_at) end as day
    from event_copy
    where not is_series_master
        and start_at is not null
    union all
    select attendee.emailAddress.address as address, day from list_attendees
)

select p.person_key
from listed_person as p
inner join find_mailboxes as m on m.mailbox = p.entra_id
union
select a.person_key
from find_addresses as a
inner join list_addresses as l on l.address = a.address
where l.day between window_start() and run_date()
