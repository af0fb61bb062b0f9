-- grain: one row per guest and address that is no colleague's and no group's
-- key: address, user_id
-- not null: address, user_id
-- as: table
select g.address, g.user_id
from user_address as g
where g.is_guest
    and not exists (select 1 from colleague_address as c where c.address = g.address)
    and not exists (select 1 from group_address as a where a.address = g.address)
