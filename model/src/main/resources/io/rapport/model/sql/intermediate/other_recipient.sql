-- grain: one row per email that a colleague sent and address of somebody who is no colleague, groups expanded
-- key: message_key, fingerprint
-- not null: message_key, fingerprint, is_outside
-- as: table
-- The address that stands for erased people is nobody's.
with find_sent as (
    select r.message_key, r.fingerprint, r.address_number, r.is_outside
    from email_recipient as r
    inner join counted_email as e on e.message_key = r.message_key
    where e.sender_number is not null
),

find_members as (
    select a.address_number, g.address
    from recipient_address as a
    inner join group_expansion as g on g.group_address = a.address
    left join colleague_by_address as c on c.address = g.address
    where c.address is null
)

select message_key, fingerprint, is_outside
from find_sent
where address_number is null
    and fingerprint <> fingerprint('erased@erased.invalid')
union
select
    s.message_key,
    fingerprint(m.address) as fingerprint,
    d.domain is null as is_outside
from find_sent as s
inner join find_members as m on m.address_number = s.address_number
left join own_domain as d on d.domain = domain_of(m.address)
where m.address <> 'erased@erased.invalid'
