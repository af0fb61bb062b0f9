-- grain: one row per email and colleague whom it reached: named, through a group, or because a copy lies in the mailbox;
-- never its sender
-- key: message_key, colleague_number
-- not null: message_key, colleague_number, sent_second
-- as: table
-- A group's members come last, once for each email to it.
with list_people as (
    select message_key, explode(people) as person
    from copy_people
),

read_addresses as (
    select message_key, person.emailAddress.address as address
    from list_people
),

find_named as (
    select distinct r.message_key, a.address_number
    from read_addresses as r
    inner join recipient_address as a on a.address = r.address
),

find_reached as (
    select a.address_number, c.colleague_number
    from recipient_address as a
    inner join colleague_by_address as c on c.address = a.address
    union
    select a.address_number, c.colleague_number
    from recipient_address as a
    inner join group_expansion as g on g.group_address = a.address
    inner join colleague_by_address as c on c.address = g.address
),

find_recipients as (
    select n.message_key, p.colleague_number
    from find_named as n
    inner join find_reached as p on p.address_number = n.address_number
    union
    select m.message_key, c.colleague_number
    from message_copy as m
    inner join colleague as c on c.user_id = m.mailbox
)

select
    f.message_key,
    f.colleague_number,
    e.conversation_key,
    e.sent_second,
    e.sender_number
from find_recipients as f
inner join counted_email as e on e.message_key = f.message_key
where e.sender_number is null
    or e.sender_number <> f.colleague_number
