-- grain: one row per group and user anywhere in it, guests too
-- key: group_id, user_id
-- not null: group_id, user_id
-- as: table
select distinct r.group_id, u.user_id
from group_reach as r
inner join group_member_row as m on m.group_id = r.member_id
inner join directory_user as u on u.user_id = m.member_id
