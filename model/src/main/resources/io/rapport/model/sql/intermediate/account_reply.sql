-- grain: one row per reply from an account: an email from it right after one to it, at most 14 days earlier
-- key: account_id, message_key
-- not null: account_id, message_key, sent_date, reply_seconds
-- holds: reply_seconds between 0 and 1209600
-- as: table
with order_emails as (
    select
        a.account_id,
        a.message_key,
        a.sent_at,
        a.sent_date,
        a.is_from_account,
        lag(a.sent_at) over (
            partition by a.account_id, a.conversation_key order by a.sent_at, coalesce(s.message_id, '')
        ) as previous_at,
        lag(a.is_to_account) over (
            partition by a.account_id, a.conversation_key order by a.sent_at, coalesce(s.message_id, '')
        ) as is_after_ours
    from account_email as a
    left join simultaneous_email as s on s.message_key = a.message_key
    where a.conversation_key is not null
),

measure_replies as (
    select account_id, message_key, sent_date, seconds_between(previous_at, sent_at) as reply_seconds
    from order_emails
    where is_from_account and is_after_ours
)

select * from measure_replies
where reply_seconds <= 14 * 86400
