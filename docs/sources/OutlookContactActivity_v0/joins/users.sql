/* one row per department: how many employees it has, and what they did with contacts */
select
    coalesce(u.department, '') as department,
    count(distinct u.id) as employees,
    count(case when s.SignalType = 'AddContact' then 1 end) as added,
    count(case when s.SignalType = 'ContactCreated' then 1 end) as created,
    count(case when s.SignalType = 'ContactUpdated' then 1 end) as modified,
    count(case when s.SignalType = 'RemoveContact' then 1 end) as deleted
from User_v1 as u
left join OutlookContactActivity_v0 as s on s.puser = u.id
group by all
order by department
