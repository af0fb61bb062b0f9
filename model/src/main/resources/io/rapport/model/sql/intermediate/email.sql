-- grain: one row per email: its copies joined; where they differ the first that says something counts
-- key: message_key
-- not null: message_key
-- as: view
with read_first as (
    select
        c.message_key,
        min_by(c.sender_address, copy_order(c.mailbox, c.copy_id))
            filter (where c.sender_address is not null) as sender_address,
        min_by(c.conversation_key, copy_order(c.mailbox, c.copy_id))
            filter (where c.conversation_key is not null) as conversation_key
    from message_copy as c
    inner join differing_email as d on d.message_key = c.message_key
    group by c.message_key
)

select
    o.message_key,
    o.sent_at,
    coalesce(f.sender_address, o.sender_address) as sender_address,
    coalesce(f.conversation_key, o.conversation_key) as conversation_key,
    o.is_held
from email_outline as o
left join read_first as f on f.message_key = o.message_key
