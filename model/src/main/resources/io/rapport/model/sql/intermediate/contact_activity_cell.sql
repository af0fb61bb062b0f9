-- grain: one row per period, signal, application and department with contact signals
-- not null: period_start, signal_type, app_name, signal_count
-- holds: signal_count > 0
-- as: table
select
    q.period_start,
    s.signal_type,
    coalesce(s.app_name, 'Unknown') as app_name,
    v.department,
    count(*) as signal_count
from contact_signal_row as s
inner join signal_quarter as q on q.quarter = quotient(seconds_of(s.start_at), 900)
left join mailbox_verdict as v on v.user_id = s.mailbox
where s.signal_type in ('AddContact', 'ContactCreated', 'ContactUpdated', 'RemoveContact')
group by q.period_start, s.signal_type, coalesce(s.app_name, 'Unknown'), v.department
