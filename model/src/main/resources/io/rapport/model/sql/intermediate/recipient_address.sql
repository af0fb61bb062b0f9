-- grain: one row per address that reaches colleagues: their own, and those of groups with colleagues among the members
-- key: address
-- not null: address, address_number
-- as: table
-- A number, so that what is gathered of every email holds no addresses.
with find_addresses as (
    select address from colleague_by_address
    union
    select g.group_address as address
    from group_expansion as g
    inner join colleague_by_address as c on c.address = g.address
)

select address, row_number() over (order by address) as address_number
from find_addresses
