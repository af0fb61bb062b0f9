-- grain: one row per email in the window that is not left out
-- key: message_key
-- not null: message_key, sent_at, sent_date, sender_address
-- as: view
select message_key, sent_at, sent_date, sender_address, conversation_key, is_held
from email_verdict
where left_out is null
