-- grain: one row per colleague, other colleague and counted week, with an email each way in the four weeks that end with it
-- key: colleague_number, other_number, week_number
-- not null: colleague_number, other_number, week_number
-- as: table
with find_sent as (
    select distinct s.colleague_number, r.colleague_number as other_number, s.week_number
    from colleague_sent as s
    inner join colleague_recipient as r on r.message_key = s.message_key
    where not s.is_bulk
),

find_received as (
    select distinct colleague_number, sender_number as other_number, week_number
    from colleague_received
    where sender_number is not null
        and not is_bulk
),

list_weeks as (
    select colleague_number, other_number, week_number, true as is_sent from find_sent
    union all
    select colleague_number, other_number, week_number, false as is_sent from find_received
),

find_mutual as (
    select colleague_number, other_number
    from list_weeks
    group by colleague_number, other_number
    having bool_or(is_sent) and bool_or(not is_sent)
),

spread_weeks as (
    select l.colleague_number, l.other_number, l.week_number + s.step as week_number, l.is_sent
    from list_weeks as l
    inner join find_mutual as m
        on m.colleague_number = l.colleague_number
            and m.other_number = l.other_number
    cross join (values (0), (1), (2), (3)) as s(step)
)

select s.colleague_number, s.other_number, s.week_number
from spread_weeks as s
inner join report_week as w on w.week_number = s.week_number
group by s.colleague_number, s.other_number, s.week_number
having bool_or(s.is_sent) and bool_or(not s.is_sent)
