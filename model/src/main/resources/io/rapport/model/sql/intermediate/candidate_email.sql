-- grain: one row per email with a contact on it that a contact or a listed person sent
-- key: message_key
-- not null: message_key, sender_address
-- as: table
with find_emails as (
    select message_key, bool_or(is_sender) as is_from_contact
    from email_contact
    group by message_key
)

select e.message_key, e.sent_at, e.sent_date, e.sender_address, e.conversation_key
from find_emails as f
inner join email_read as e on e.message_key = f.message_key
left join person_address as p on p.address = e.sender_address
where f.is_from_contact or p.address is not null
