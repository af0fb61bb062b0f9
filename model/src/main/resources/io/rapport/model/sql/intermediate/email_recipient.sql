-- grain: one row per email and address in its to, cc and bcc, all copies together
-- key: message_key, fingerprint
-- not null: message_key, fingerprint
-- as: table
-- The one look at all of them, without a text: addresses differ where their fingerprints do, colleagues and groups have
-- a number, and of everybody else it is enough whether the domain is another company's.
with list_people as (
    select message_key, explode(people) as person
    from copy_people
),

read_addresses as (
    select message_key, person.emailAddress.address as address
    from list_people
)

select
    r.message_key,
    fingerprint(r.address) as fingerprint,
    min(a.address_number) as address_number,
    bool_or(a.address is null and d.domain is null) as is_outside
from read_addresses as r
left join recipient_address as a on a.address = r.address
left join own_domain as d on d.domain = case when a.address is null then domain_of(r.address) end
where r.address is not null
group by r.message_key, fingerprint(r.address)
