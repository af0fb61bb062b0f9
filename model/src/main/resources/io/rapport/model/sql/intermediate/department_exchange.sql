-- grain: one row per two departments and counted week with emails from the first to the second; never published as it is
-- key: from_department, to_department, week_number
-- not null: from_department, to_department, week_number, email_count, sender_count, receiver_count
-- as: table
-- The week is the sender's own; a receiver counts as active in it where his or her own week says so.
with list_pairs as (
    select
        s.message_key,
        s.colleague_number,
        r.colleague_number as other_number,
        s.week_number,
        w.month_start
    from colleague_sent as s
    inner join report_week as w on w.week_number = s.week_number
    inner join colleague_recipient as r on r.message_key = s.message_key
    where not s.is_bulk
)

select
    f.department as from_department,
    t.department as to_department,
    p.week_number,
    count(distinct p.message_key) as email_count,
    count(distinct p.colleague_number) as sender_count,
    count(distinct p.other_number) as receiver_count,
    count(distinct a.colleague_number) as active_receiver_count
from list_pairs as p
inner join colleague_month as f
    on f.colleague_number = p.colleague_number
        and f.month_start = p.month_start
inner join colleague_month as t
    on t.colleague_number = p.other_number
        and t.month_start = p.month_start
left join colleague_activity as a
    on a.colleague_number = p.other_number
        and a.week_number = p.week_number
group by f.department, t.department, p.week_number
