-- grain: one row per user who takes part in nothing (option excludeGroup)
-- key: user_id
-- not null: user_id
-- as: table
select u.user_id
from group_user as u
inner join group_address as g on g.group_id = u.group_id
where g.address = exclude_group()
