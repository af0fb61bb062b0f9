-- grain: one row per email that a colleague sent and address of somebody who is no colleague, groups expanded
-- key: message_key, address
-- not null: message_key, address, is_outside
-- as: table
-- The address that stands for erased people is nobody's.
with find_sent as (
    select r.message_key, r.address
    from email_recipient as r
    inner join counted_email as e on e.message_key = r.message_key
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
