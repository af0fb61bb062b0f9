-- grain: one row per email that a colleague sent and address of somebody who is no colleague, groups expanded
-- key: message_key, address
-- not null: message_key, address, is_outside
-- as: table
-- The address that stands for erased people is nobody's.
-- Colleagues go first, before anything is looked up by the long key.
with list_people as (
    select message_key, explode(people) as person
    from copy_people
),

read_addresses as (
    select message_key, person.emailAddress.address as address
    from list_people
),

find_named as (
    select distinct r.message_key, r.address
    from read_addresses as r
    left join colleague_by_address as c on c.address = r.address
    where r.address is not null
        and c.address is null
),

find_sent as (
    select n.message_key, n.address
    from find_named as n
    inner join counted_email as e on e.message_key = n.message_key
    where e.sender_number is not null
),

find_others as (
    select s.message_key, s.address
    from find_sent as s
    left join group_address as g on g.address = s.address
    where g.address is null
    union
    select s.message_key, g.address
    from find_sent as s
    inner join group_expansion as g on g.group_address = s.address
)

select
    f.message_key,
    f.address,
    d.domain is null as is_outside
from find_others as f
left join colleague_by_address as c on c.address = f.address
left join own_domain as d on d.domain = domain_of(f.address)
where c.address is null
    and f.address <> 'erased@erased.invalid'
