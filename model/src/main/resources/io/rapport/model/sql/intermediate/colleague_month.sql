-- grain: one row per colleague and counted month in which he or she counts, with the department
-- key: colleague_number, month_start
-- not null: colleague_number, month_start, department
-- as: table
-- Of whom nothing was recorded the directory tells.
with list_months as (
    select distinct month_start from report_week
),

list_recorded as (
    select distinct user_id from recorded_department
)

select
    c.colleague_number,
    m.month_start,
    coalesce(r.department, c.department, '') as department
from colleague as c
cross join list_months as m
left join list_recorded as l on l.user_id = c.user_id
left join recorded_month as r
    on r.user_id = c.user_id
        and r.month_start = m.month_start
where l.user_id is null
    or r.user_id is not null
