-- grain: one row per email: what its copies say, and whether they agree
-- key: message_key
-- not null: message_key
-- as: table
-- Senders and conversations differ where the fingerprints of both together do: one long text for each email is enough to
-- keep. An email is held where a listed person's mailbox has a copy.
select
    c.message_key,
    min(c.sent_at) as sent_at,
    min(c.sender_address) as sender_address,
    min(c.conversation_key) as conversation_key,
    min(pair_fingerprint(c.sender_address, c.conversation_key)) as least_fingerprint,
    max(pair_fingerprint(c.sender_address, c.conversation_key)) as greatest_fingerprint,
    bool_or(l.mailbox is not null) as is_held
from message_copy as c
left join listed_mailbox as l on l.mailbox = c.mailbox
group by c.message_key
