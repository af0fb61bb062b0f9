-- grain: one row per address in mail or calendars that counts as a contact by its domain (option matchDomains)
-- key: address
-- not null: address, account_id
-- as: table
with list_attendees as (
    select explode(attendees) as attendee
    from event_copy
    where match_domains()
),

list_people as (
    select explode(people) as person
    from copy_people
    where match_domains()
),

find_addresses as (
    select sender_address as address from message_copy where match_domains()
    union
    select person.emailAddress.address as address from list_people
    union
    select organizer_address as address from event_copy where match_domains()
    union
    select attendee.emailAddress.address as address from list_attendees
    union
    select address from group_expansion
)

select a.address, d.account_id
from find_addresses as a
inner join account_domain as d on d.domain = domain_of(a.address)
where not exists (select 1 from claimed_address as c where c.address = a.address)
