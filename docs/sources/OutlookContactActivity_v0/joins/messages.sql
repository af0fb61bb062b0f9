/* one row per month: contacts added, and how many of them by somebody who sent mail in the seven days before */
select
    strftime(s.StartTime, '%Y-%m') as month,
    count(*) as added,
    count(case when exists (
        select 1
        from Message_v1 as m
        inner join User_v1 as u on u.id = m.puser
        where m.puser = s.puser
            and list_contains(u._addresses, m."from".emailAddress.address)
            and m.sentDateTime >= s.StartTime - interval 7 day
            and m.sentDateTime < s.StartTime
    ) then 1 end) as after_sending_mail
from OutlookContactActivity_v0 as s
where s.SignalType = 'AddContact'
group by month
order by month
