-- grain: one row per mailbox copy of an email, drafts and excluded mailboxes apart
-- key: mailbox, copy_id
-- not null: mailbox, copy_id, message_id, message_key
-- as: view
-- Two branches, so that the long copy_id is read only where the key is made of it. An email's long message_id gives
-- way to a short key, which tells emails apart and cannot order them.
select
    m.mailbox,
    m.copy_id,
    m.internet_message_id as message_id,
    short_key(m.internet_message_id) as message_key,
    short_key(m.conversation_key) as conversation_key,
    m.to_people,
    m.cc_people,
    m.bcc_people,
    coalesce(m.from_address, m.sender_address) as sender_address,
    coalesce(m.sent_at, m.received_at) as sent_at
from message_row as m
left join excluded_user as x on x.user_id = m.mailbox
where m.internet_message_id is not null
    and not coalesce(m.is_draft, false)
    and x.user_id is null
union all
select
    m.mailbox,
    m.copy_id,
    m.mailbox || '+' || m.copy_id as message_id,
    short_key(m.mailbox || '+' || m.copy_id) as message_key,
    short_key(m.conversation_key) as conversation_key,
    m.to_people,
    m.cc_people,
    m.bcc_people,
    coalesce(m.from_address, m.sender_address) as sender_address,
    coalesce(m.sent_at, m.received_at) as sent_at
from message_row as m
left join excluded_user as x on x.user_id = m.mailbox
where m.internet_message_id is null
    and not coalesce(m.is_draft, false)
    and x.user_id is null
