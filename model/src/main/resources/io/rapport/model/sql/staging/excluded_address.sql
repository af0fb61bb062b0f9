-- grain: one row per address of an excluded user: nobody's, whatever else says so
-- key: address
-- not null: address
-- as: table
with find_addresses as (
    select address, user_id from colleague_address
    union all
    select address, user_id from guest_address
)

select distinct a.address
from find_addresses as a
inner join excluded_user as e on e.user_id = a.user_id
