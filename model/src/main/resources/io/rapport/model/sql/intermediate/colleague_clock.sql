-- grain: one row per colleague: the own time zone and working time, or those of the report
-- key: colleague_number
-- not null: colleague_number, zone, working_days, start_second, end_second, has_hours
-- as: table
select
    c.colleague_number,
    coalesce(h.zone, r.zone) as zone,
    coalesce(h.working_days, '1111100') as working_days,
    coalesce(h.start_second, 32400) as start_second,
    coalesce(h.end_second, 61200) as end_second,
    coalesce(h.is_complete, false) as has_hours
from colleague as c
cross join collaboration_rule as r
left join working_hours as h on h.user_id = c.user_id
