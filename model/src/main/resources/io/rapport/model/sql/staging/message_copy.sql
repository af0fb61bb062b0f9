-- grain: one row per mailbox copy of an email, drafts and excluded mailboxes apart
-- key: mailbox, copy_id
-- not null: mailbox, copy_id, message_key
-- as: view
-- Two branches, so that the long copy_id is read only where the key is made of it.
select
    m.mailbox,
    m.copy_id,
    m.internet_message_id as message_key,
    m.conversation_key,
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
    m.mailbox || '+' || m.copy_id as message_key,
    m.conversation_key,
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
