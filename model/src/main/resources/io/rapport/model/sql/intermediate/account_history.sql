-- grain: one row per row of the output table, before the score; dates are those up to the row's end
-- key: primary_key
-- not null: primary_key, account_id, aggregation_level, period_start, period_end
-- as: table
with carry_dates as (
    select
        p.*,
        max(p.last_email_date) over (
            partition by p.account_id, p.aggregation_level order by p.period_start
            rows between unbounded preceding and current row
        ) as email_date,
        max(p.last_meeting_date) over (
            partition by p.account_id, p.aggregation_level order by p.period_start
            rows between unbounded preceding and current row
        ) as meeting_date
    from account_period as p
),

find_starts as (
    select account_id, min(day) as engagement_start_date
    from account_day
    group by account_id
),

list_rows as (
    select
        a.account_id,
        'year' as aggregation_level,
        window_start() as period_start,
        run_date() as period_end
    from account as a
    union all
    select account_id, aggregation_level, period_start, period_end
    from account_period
    where is_published
        and aggregation_level <> 'year'
)

select
    case
        when r.aggregation_level = 'year' then r.account_id || '|year'
        else r.account_id || '|' || r.aggregation_level || '|' || cast(r.period_start as string)
    end as primary_key,
    r.account_id,
    r.aggregation_level,
    r.period_start,
    r.period_end,
    coalesce(c.email_to_count, 0) as email_to_count,
    coalesce(c.email_from_count, 0) as email_from_count,
    coalesce(c.meeting_to_count, 0) as meeting_to_count,
    coalesce(c.meeting_from_count, 0) as meeting_from_count,
    coalesce(n.email_people, 0) as email_people,
    coalesce(n.email_contacts, 0) as email_contacts,
    coalesce(n.meeting_people, 0) as meeting_people,
    coalesce(n.meeting_contacts, 0) as meeting_contacts,
    s.engagement_start_date,
    days_between(c.email_date, r.period_end) as days_since_email,
    days_between(c.meeting_date, r.period_end) as days_since_meeting,
    case
        when c.timed_meeting_count > 0
        then cast(quotient(
            10 * c.meeting_seconds + 3 * c.timed_meeting_count, 6 * c.timed_meeting_count
        ) as double) / 100
    end as meeting_minutes,
    case
        when c.reply_count > 0
        then cast(quotient(10 * c.reply_seconds + 3 * c.reply_count, 6 * c.reply_count) as double) / 100
    end as reply_minutes
from list_rows as r
left join carry_dates as c
    on c.account_id = r.account_id
    and c.aggregation_level = r.aggregation_level
    and c.period_start = r.period_start
left join people_period as n
    on n.account_id = r.account_id
    and n.aggregation_level = r.aggregation_level
    and n.period_start = r.period_start
left join find_starts as s on s.account_id = r.account_id
