/* one row per day with signals of both: how many people had both, and how many signals of each */
with contacts as (
    select puser, cast(StartTime as date) as day, count(*) as signals
    from OutlookContactActivity_v0
    group by all
),

others as (
    select puser, cast(StartTime as date) as day, count(*) as signals
    from OutlookMailActivity_v0
    group by all
)

select
    c.day,
    count(*) as people,
    sum(c.signals) as contact_signals,
    sum(o.signals) as mail_signals
from contacts as c
inner join others as o on o.puser = c.puser and o.day = c.day
group by c.day
order by c.day
