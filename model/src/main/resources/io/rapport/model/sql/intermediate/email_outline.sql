-- grain: one row per email: what its copies say, and whether they agree
-- key: message_key
-- not null: message_key
-- as: table
select
    message_key,
    min(sent_at) as sent_at,
    min(sender_address) as least_sender,
    max(sender_address) as greatest_sender,
    min(conversation_key) as least_conversation,
    max(conversation_key) as greatest_conversation
from message_copy
group by message_key
