-- grain: one row per email that counts for an account in the same second as another of its conversation
-- key: message_key
-- not null: message_key, message_id
-- as: table
-- Only these need their long ids, to stand in order. Few seconds are theirs, so few copies are looked at.
with find_seconds as (
    select account_id, conversation_key, sent_at
    from account_email
    where conversation_key is not null
    group by account_id, conversation_key, sent_at
    having count(*) > 1
),

find_emails as (
    select distinct a.message_key
    from account_email as a
    inner join find_seconds as s
        on s.account_id = a.account_id
            and s.conversation_key = a.conversation_key
            and s.sent_at = a.sent_at
),

find_copies as (
    select distinct c.message_id
    from message_copy as c
    where c.sent_at in (select sent_at from find_seconds)
),

make_keys as (
    select short_key(message_id) as message_key, message_id
    from find_copies
)

select k.message_key, k.message_id
from make_keys as k
inner join find_emails as e on e.message_key = k.message_key
