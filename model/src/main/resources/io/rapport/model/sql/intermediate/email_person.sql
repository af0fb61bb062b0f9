-- grain: one row per email that may count and listed person who sent or received it
-- key: message_key, person_key, is_sender
-- not null: message_key, person_key, is_sender
-- as: table
with find_copies as (
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

find_recipients as (
    select distinct message_key, person.emailAddress.address as address
    from list_people
)

select e.message_key, p.person_key, true as is_sender
from candidate_email as e
inner join person_address as p on p.address = e.sender_address
union
select r.message_key, p.person_key, false as is_sender
from find_recipients as r
inner join person_address as p on p.address = r.address
union
select r.message_key, p.person_key, false as is_sender
from find_recipients as r
inner join group_expansion as g on g.group_address = r.address
inner join person_address as p on p.address = g.address
union
select c.message_key, l.person_key, false as is_sender
from find_copies as c
inner join listed_person as l on l.entra_id = c.mailbox
left join person_address as s on s.address = c.sender_address
where s.person_key is null or s.person_key <> l.person_key
