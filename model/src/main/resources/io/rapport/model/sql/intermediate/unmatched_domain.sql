-- grain: one row per outside domain with emails that were exchanged with an address of it that is nobody's
-- key: domain
-- not null: domain, email_count
-- as: table
with find_senders as (
    select distinct e.sender_address as address
    from email_read as e
),

find_addresses as (
    select address from find_senders
    union
    select address from outside_recipient
),

find_unknown as (
    select a.address, domain_of(a.address) as domain
    from find_addresses as a
    left join claimed_address as k on k.address = a.address
    left join (select distinct address from contact_address) as c on c.address = a.address
    left join public_domain as p on p.domain = domain_of(a.address)
    left join own_domain as o on o.domain = domain_of(a.address)
    where k.address is null
        and c.address is null
        and p.domain is null
        and o.domain is null
),

find_received as (
    select e.message_key, u.domain, e.is_held
    from email_read as e
    inner join find_unknown as u on u.address = e.sender_address
),

find_exchanged as (
    select r.message_key, u.domain
    from outside_recipient as r
    inner join find_unknown as u on u.address = r.address
    inner join email_read as e on e.message_key = r.message_key
    inner join person_address as p on p.address = e.sender_address
    union
    select message_key, domain
    from find_received
    where is_held
)

select domain, count(*) as email_count
from find_exchanged
group by domain
