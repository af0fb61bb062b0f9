-- grain: one row per group and group anywhere in it, each group in itself too
-- key: group_id, member_id
-- not null: group_id, member_id
-- repeats: group_step
-- as: table
select distinct a.group_id, b.member_id
from group_reach as a
inner join group_reach as b on b.group_id = a.member_id
