-- grain: one row per quarter of an hour, counted from 1970, in which contact signals lie within the reported days; no
-- time zone parts one
-- key: quarter
-- not null: quarter, period_start
-- as: table
with find_quarters as (
    select quotient(seconds_of(start_at), 900) as quarter, min(start_at) as first_at
    from contact_signal_row
    group by quotient(seconds_of(start_at), 900)
)

select q.quarter, d.period_start
from find_quarters as q
inner join period_day as d on d.day = local_date(q.first_at)
