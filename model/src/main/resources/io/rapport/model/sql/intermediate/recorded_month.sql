-- grain: one row per recorded person and counted month in which he or she was there, in the directory or no longer
-- key: user_id, month_start
-- not null: user_id, month_start, department
-- as: table
-- The latest record up to the month counts. Who was there when recording began was there before, in the same
-- department; who came later was not. No department is an empty one.
with list_months as (
    select distinct month_start from report_week
),

find_begin as (
    select min(month_start) as begin_month from recorded_department
),

choose_records as (
    select
        d.user_id,
        m.month_start,
        coalesce(
            max(case when d.month_start <= m.month_start then d.month_start end),
            case when min(d.month_start) = min(b.begin_month) then min(d.month_start) end
        ) as recorded_month
    from recorded_department as d
    cross join list_months as m
    cross join find_begin as b
    group by d.user_id, m.month_start
)

select x.user_id, x.month_start, coalesce(d.department, '') as department
from choose_records as x
inner join recorded_department as d
    on d.user_id = x.user_id
        and d.month_start = x.recorded_month
where d.is_there
