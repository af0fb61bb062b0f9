-- grain: one row per group and group directly in it, each group in itself too
-- key: group_id, member_id
-- not null: group_id, member_id
-- as: table
with find_groups as (
    select group_id from group_row
    union
    select group_id from group_member_row
)

select group_id, group_id as member_id
from find_groups
union
select m.group_id, m.member_id
from group_member_row as m
inner join find_groups as g on g.group_id = m.member_id
