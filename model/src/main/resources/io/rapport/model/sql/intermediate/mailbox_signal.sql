-- grain: one row per mailbox, period, signal and application with contact signals: the one look at all of them
-- not null: mailbox, period_start, signal_type, app_name, signal_count
-- holds: signal_count > 0
-- as: table
select
    s.mailbox,
    q.period_start,
    s.signal_type,
    coalesce(s.app_name, 'Unknown') as app_name,
    count(*) as signal_count
from contact_signal_row as s
inner join signal_quarter as q on q.quarter = quotient(seconds_of(s.start_at), 900)
where s.signal_type in ('AddContact', 'ContactCreated', 'ContactUpdated', 'RemoveContact')
group by s.mailbox, q.period_start, s.signal_type, coalesce(s.app_name, 'Unknown')
