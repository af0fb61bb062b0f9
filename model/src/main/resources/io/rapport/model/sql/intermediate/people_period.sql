-- grain: one row per account, aggregation level and period: how many people took part
-- key: account_id, aggregation_level, period_start
-- not null: account_id, aggregation_level, period_start
-- as: table
with find_people as (
    select distinct d.account_id, p.aggregation_level, p.period_start, d.channel, d.side, d.person
    from account_person_day as d
    inner join period_day as p on p.day = d.day
    where p.is_published
)

select
    account_id,
    aggregation_level,
    period_start,
    count(case when channel = 'email' and side = 'ours' then 1 end) as email_people,
    count(case when channel = 'email' and side = 'theirs' then 1 end) as email_contacts,
    count(case when channel = 'meeting' and side = 'ours' then 1 end) as meeting_people,
    count(case when channel = 'meeting' and side = 'theirs' then 1 end) as meeting_contacts
from find_people
group by account_id, aggregation_level, period_start
