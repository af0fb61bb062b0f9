-- grain: one row per user and address
-- key: user_id, address
-- not null: user_id, address, is_guest
-- as: table
with list_addresses as (
    select user_id, explode(addresses) as address
    from user_row
)

select distinct
    a.user_id,
    a.address,
    u.is_guest
from list_addresses as a
inner join directory_user as u on u.user_id = a.user_id
