-- grain: one row per address that may reach colleagues: their own, and those of groups
-- key: address
-- not null: address, address_number
-- as: table
with find_addresses as (
    select address from colleague_by_address
    union
    select address from group_address
)

select address, row_number() over (order by address) as address_number
from find_addresses
