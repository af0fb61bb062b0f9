-- grain: one row per email and colleague whom it reached: named, through a group, or because a copy lies in the mailbox;
-- never its sender
-- key: message_key, colleague_number
-- not null: message_key, colleague_number, sent_second
-- as: table
with find_reached as (
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
    select r.message_key, p.colleague_number
    from email_recipient as r
    inner join find_reached as p on p.address_number = r.address_number
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
