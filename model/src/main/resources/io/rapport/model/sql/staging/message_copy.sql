-- grain: one row per mailbox copy of an email, drafts and excluded mailboxes apart
-- key: mailbox, copy_id
-- not null: mailbox, copy_id, message_key
-- as: view
select
    m.mailbox,
    m.copy_id,
    coalesce(m.internet_message_id, m.mailbox || '+' || m.copy_id) as message_key,
    m.conversation_key,
    m.to_people,
    m.cc_people,
    m.bcc_people,
    coalesce(m.from_address, m.sender_address) as sender_address,
    coalesce(m.sent_at, m.received_at) as sent_at
from message_row as m
where not coalesce(m.is_draft, false)
    and not exists (select 1 from excluded_user as e where e.user_id = m.mailbox)
