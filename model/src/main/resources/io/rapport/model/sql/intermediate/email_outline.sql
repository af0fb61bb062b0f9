-- grain: one row per email: what its copies say, and whether they agree
-- key: message_key
-- not null: message_key
-- as: table
-- Addresses differ where their fingerprints do: one long text for each email is enough to keep.
select
    message_key,
    min(sent_at) as sent_at,
    min(sender_address) as sender_address,
    min(fingerprint(sender_address)) as least_sender,
    max(fingerprint(sender_address)) as greatest_sender,
    min(conversation_key) as least_conversation,
    max(conversation_key) as greatest_conversation
from message_copy
group by message_key
