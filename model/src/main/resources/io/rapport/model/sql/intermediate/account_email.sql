-- grain: one row per email and account that it counts for
-- key: account_id, message_key
-- not null: account_id, message_key, sent_at, sent_date, is_to_account, is_from_account
-- holds: is_to_account or is_from_account
-- as: table
with gather_people as (
    select
        message_key,
        max(case when is_sender then 1 else 0 end) as has_sender,
        max(case when is_sender then 0 else 1 end) as has_recipient
    from email_person
    group by message_key
),

gather_contacts as (
    select
        message_key,
        account_id,
        max(case when is_sender then 1 else 0 end) as has_sender,
        max(case when is_sender then 0 else 1 end) as has_recipient
    from email_contact
    group by message_key, account_id
),

judge_emails as (
    select
        c.account_id,
        c.message_key,
        p.has_sender = 1 and c.has_recipient = 1 as is_to_account,
        c.has_sender = 1 and p.has_recipient = 1 as is_from_account
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
