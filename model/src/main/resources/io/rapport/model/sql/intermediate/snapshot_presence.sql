-- grain: one row per channel: whether the snapshot holds any row of it, whatever its date
-- key: channel
-- not null: channel, is_present
-- as: table
select 'email' as channel, count(*) > 0 as is_present
from (select 1 as one from message_row limit 1) as m
union all
select 'meeting' as channel, count(*) > 0 as is_present
from (select 1 as one from event_row limit 1) as e
