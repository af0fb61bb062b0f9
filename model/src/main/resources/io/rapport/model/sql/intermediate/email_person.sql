-- grain: one row per email that may count and listed person who sent or received it
-- key: message_key, person_number
-- not null: message_key, person_number, is_sender, is_recipient
-- holds: is_sender or is_recipient
-- as: table
-- People and addresses are numbers while they are counted. A group's members come last, once for each email to it.
with find_people as (
    select address, person_number
    from person_address
    union
    select g.group_address as address, p.person_number
    from group_expansion as g
    inner join person_address as p on p.address = g.address
),

number_addresses as (
    select address, row_number() over (order by address) as address_number
    from (select distinct address from find_people) as a
),

find_copies as (
    select c.message_key, c.mailbox, c.to_people, c.cc_people, c.bcc_people, e.sender_address
    from message_copy as c
    inner join candidate_email as e on e.message_key = c.message_key
),

gather_people as (
    select message_key, all_people(to_people, cc_people, bcc_people) as people
    from find_copies
),

list_people as (
    select message_key, explode(people) as person
    from gather_people
),

read_addresses as (
    select message_key, person.emailAddress.address as address
    from list_people
),

find_recipients as (
    select distinct r.message_key, n.address_number
    from read_addresses as r
    inner join number_addresses as n on n.address = r.address
),

find_roles as (
    select e.message_key, p.person_number, true as is_sender
    from candidate_email as e
    inner join person_address as p on p.address = e.sender_address
    union all
    select r.message_key, p.person_number, false as is_sender
    from find_recipients as r
    inner join number_addresses as n on n.address_number = r.address_number
    inner join find_people as p on p.address = n.address
    union all
    select c.message_key, l.person_number, false as is_sender
    from find_copies as c
    inner join listed_person as l on l.entra_id = c.mailbox
    left join person_address as s on s.address = c.sender_address
    where s.person_number is null or s.person_number <> l.person_number
)

select
    message_key,
    person_number,
    bool_or(is_sender) as is_sender,
    bool_or(not is_sender) as is_recipient
from find_roles
group by message_key, person_number
