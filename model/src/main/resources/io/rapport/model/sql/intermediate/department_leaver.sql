-- grain: one row per department and counted month with people who counted then and are not in the directory any more
-- key: department, month_start
-- not null: department, month_start, leaver_count
-- as: table
select r.department, r.month_start, count(*) as leaver_count
from recorded_month as r
left join colleague as c on c.user_id = r.user_id
where c.user_id is null
group by r.department, r.month_start
