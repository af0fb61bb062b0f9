-- grain: one row per email whose copies name different senders or conversations
-- key: message_key
-- not null: message_key
-- as: table
select message_key
from email_outline
where least_fingerprint <> greatest_fingerprint
