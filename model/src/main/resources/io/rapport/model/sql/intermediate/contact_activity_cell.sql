-- grain: one row per period, signal, application and department with contact signals
-- not null: period_start, signal_type, app_name, signal_count
-- holds: signal_count > 0
-- as: table
select
    s.period_start,
    s.signal_type,
    s.app_name,
    v.department,
    cast(sum(s.signal_count) as bigint) as signal_count
from mailbox_signal as s
left join mailbox_verdict as v on v.user_id = s.mailbox
group by s.period_start, s.signal_type, s.app_name, v.department
