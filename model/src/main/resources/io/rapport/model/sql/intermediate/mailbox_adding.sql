-- grain: one row per mailbox with contact signals in the reported days
-- key: mailbox
-- not null: mailbox, added_count
-- holds: added_count >= 0
-- as: table
select
    s.mailbox,
    coalesce(cast(sum(case when s.signal_type = 'AddContact' then s.signal_count end) as bigint), 0) as added_count
from mailbox_signal as s
group by s.mailbox
