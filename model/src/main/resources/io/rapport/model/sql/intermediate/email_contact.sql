-- grain: one row per email, account and contact of it who sent or received the email
-- key: message_key, account_id, contact_id
-- not null: message_key, account_id, contact_id, is_sender, is_recipient
-- holds: is_sender or is_recipient
-- as: table
-- Emails that are left out may be among those that a contact received; candidate_email takes them out.
with find_roles as (
    select e.message_key, c.account_id, c.contact_id, true as is_sender
    from email_read as e
    inner join contact_address as c on c.address = e.sender_address
    union all
    select r.message_key, c.account_id, c.contact_id, false as is_sender
    from outside_recipient as r
    inner join contact_address as c on c.address = r.address
    union all
    select r.message_key, c.account_id, c.contact_id, false as is_sender
    from outside_recipient as r
    inner join group_expansion as g on g.group_address = r.address
    inner join contact_address as c on c.address = g.address
)

select
    message_key,
    account_id,
    contact_id,
    bool_or(is_sender) as is_sender,
    bool_or(not is_sender) as is_recipient
from find_roles
group by message_key, account_id, contact_id
