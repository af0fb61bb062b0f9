-- grain: one row per meeting and address that was invited, by itself or through a group
-- key: meeting_key, address
-- not null: meeting_key, address
-- as: table
select meeting_key, address
from meeting_answer
union
select a.meeting_key, g.address
from meeting_answer as a
inner join group_expansion as g on g.group_address = a.address
