-- grain: one row per account and local date on which an email or meeting is counted for it
-- key: account_id, day
-- not null: account_id, day
-- holds: email_count + meeting_count > 0
-- as: table
with gather_activity as (
    select
        account_id,
        sent_date as day,
        1 as emails,
        case when is_to_account then 1 else 0 end as emails_to,
        case when is_from_account then 1 else 0 end as emails_from,
        0 as meetings,
        0 as meetings_to,
        0 as meetings_from,
        0 as timed_meetings,
        0 as meeting_seconds,
        0 as replies,
        0 as reply_seconds
    from account_email
    union all
    select
        account_id,
        meeting_date as day,
        0,
        0,
        0,
        1,
        case when is_to_account then 1 else 0 end,
        case when is_from_account then 1 else 0 end,
        case when duration_seconds is not null then 1 else 0 end,
        coalesce(duration_seconds, 0),
        0,
        0
    from account_meeting
    union all
    select account_id, sent_date as day, 0, 0, 0, 0, 0, 0, 0, 0, 1, reply_seconds
    from account_reply
)

select
    account_id,
    day,
    cast(sum(emails) as bigint) as email_count,
    cast(sum(emails_to) as bigint) as email_to_count,
    cast(sum(emails_from) as bigint) as email_from_count,
    cast(sum(meetings) as bigint) as meeting_count,
    cast(sum(meetings_to) as bigint) as meeting_to_count,
    cast(sum(meetings_from) as bigint) as meeting_from_count,
    cast(sum(timed_meetings) as bigint) as timed_meeting_count,
    cast(sum(meeting_seconds) as bigint) as meeting_seconds,
    cast(sum(replies) as bigint) as reply_count,
    cast(sum(reply_seconds) as bigint) as reply_seconds
from gather_activity
group by account_id, day
