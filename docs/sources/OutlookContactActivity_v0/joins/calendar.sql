/* one row per month: contacts added, and how many of them within a day of a meeting's end */
select
    strftime(s.StartTime, '%Y-%m') as month,
    count(*) as added,
    count(case when exists (
        select 1
        from CalendarView_v0 as c
        where c.puser = s.puser
            and not coalesce(c.isCancelled, false)
            and c._endAt <= s.StartTime
            and c._endAt > s.StartTime - interval 1 day
    ) then 1 end) as after_a_meeting
from OutlookContactActivity_v0 as s
where s.SignalType = 'AddContact'
group by month
order by month
