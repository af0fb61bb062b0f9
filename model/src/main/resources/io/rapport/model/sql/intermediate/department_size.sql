-- grain: one row per department and counted week with any activity: how many people are behind each number, and what may
-- be published of them
-- key: department, week_number
-- not null: department, week_number, people_count, is_published, is_withheld, is_share_published, is_reply_published
-- as: table
-- A few people who left would be what is now missing from a number that somebody has seen.
select
    w.department,
    w.week_number,
    count(*) as people_count,
    count(*) >= min(r.minimum_people)
        and (coalesce(min(l.leaver_count), 0) = 0 or min(l.leaver_count) >= min(r.minimum_people)) as is_published,
    count(*) >= min(r.minimum_people)
        and coalesce(min(l.leaver_count), 0) > 0
        and min(l.leaver_count) < min(r.minimum_people) as is_withheld,
    count(w.outside_millionths) >= min(r.minimum_people) as is_share_published,
    count(w.reply_double_seconds) >= min(r.minimum_people) as is_reply_published
from colleague_week as w
inner join report_week as k on k.week_number = w.week_number
cross join collaboration_rule as r
left join department_leaver as l
    on l.department = w.department
        and l.month_start = k.month_start
group by w.department, w.week_number
