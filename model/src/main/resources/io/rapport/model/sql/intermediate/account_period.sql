-- grain: one row per account, aggregation level and period with activity; the first, partial month and week too
-- key: account_id, aggregation_level, period_start
-- not null: account_id, aggregation_level, period_start, period_end, is_published
-- as: table
select
    d.account_id,
    p.aggregation_level,
    p.period_start,
    p.period_end,
    p.is_published,
    cast(sum(d.email_to_count) as bigint) as email_to_count,
    cast(sum(d.email_from_count) as bigint) as email_from_count,
    cast(sum(d.meeting_to_count) as bigint) as meeting_to_count,
    cast(sum(d.meeting_from_count) as bigint) as meeting_from_count,
    cast(sum(d.timed_meeting_count) as bigint) as timed_meeting_count,
    cast(sum(d.meeting_seconds) as bigint) as meeting_seconds,
    cast(sum(d.reply_count) as bigint) as reply_count,
    cast(sum(d.reply_seconds) as bigint) as reply_seconds,
    max(case when d.email_count > 0 then d.day end) as last_email_date,
    max(case when d.meeting_count > 0 then d.day end) as last_meeting_date
from account_day as d
inner join period_day as p on p.day = d.day
group by d.account_id, p.aggregation_level, p.period_start, p.period_end, p.is_published
