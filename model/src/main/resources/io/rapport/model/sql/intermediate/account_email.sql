-- grain: one row per email and account that it counts for
-- key: account_id, message_key
-- not null: account_id, message_key, sent_at, sent_date, is_to_account, is_from_account
-- holds: is_to_account or is_from_account
-- as: table
with gather_people as (
    select
        message_key,
        bool_or(is_sender) as has_sender,
        bool_or(is_recipient) as has_recipient
    from email_person
    group by message_key
),

gather_contacts as (
    select
        message_key,
        account_id,
        bool_or(is_sender) as has_sender,
        bool_or(is_recipient) as has_recipient
    from email_contact
    group by message_key, account_id
),

judge_emails as (
    select
        c.account_id,
        c.message_key,
        p.has_sender and c.has_recipient as is_to_account,
        c.has_sender and p.has_recipient as is_from_account
    from gather_contacts as c
    inner join gather_people as p on p.message_key = c.message_key
)

select
    j.account_id,
    j.message_key,
    e.conversation_key,
    e.sent_at,
    e.sent_date,
    j.is_to_account,
    j.is_from_account
from judge_emails as j
inner join candidate_email as e on e.message_key = j.message_key
where j.is_to_account or j.is_from_account
