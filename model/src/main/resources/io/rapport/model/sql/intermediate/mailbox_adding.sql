-- grain: one row per mailbox with contact signals in the reported days
-- key: mailbox
-- not null: mailbox, added_count
-- holds: added_count >= 0
-- as: table
select
    s.mailbox,
    count(case when s.signal_type = 'AddContact' then 1 end) as added_count
from contact_signal_row as s
inner join signal_quarter as q on q.quarter = quotient(seconds_of(s.start_at), 900)
where s.signal_type in ('AddContact', 'ContactCreated', 'ContactUpdated', 'RemoveContact')
group by s.mailbox
