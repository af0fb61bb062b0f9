-- grain: one row per email: its copies joined, whatever mailbox they lie in
-- key: message_key
-- not null: message_key
-- as: table
select
    message_key,
    min(sent_at) as sent_at,
    min_by(sender_address, copy_order(mailbox, copy_id)) filter (where sender_address is not null)
        as sender_address,
    min_by(conversation_key, copy_order(mailbox, copy_id)) filter (where conversation_key is not null)
        as conversation_key
from message_copy
group by message_key
