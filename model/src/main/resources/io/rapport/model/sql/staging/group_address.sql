-- grain: one row per group's address that is no colleague's; of two groups the one's with the smaller id
-- key: address
-- not null: address, group_id
-- as: table
with list_addresses as (
    select group_id, explode(addresses) as address
    from group_row
)

select a.address, min(a.group_id) as group_id
from list_addresses as a
where not exists (select 1 from colleague_address as c where c.address = a.address)
group by a.address
