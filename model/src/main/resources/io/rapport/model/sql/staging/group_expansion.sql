-- grain: one row per group's address and address of a user anywhere in that group
-- key: group_address, address
-- not null: group_address, address
-- as: table
with find_addresses as (
    select address, user_id from colleague_address
    union all
    select address, user_id from guest_address
)

select distinct g.address as group_address, a.address
from group_address as g
inner join group_user as u on u.group_id = g.group_id
inner join find_addresses as a on a.user_id = u.user_id
where not exists (select 1 from excluded_address as e where e.address = a.address)
