-- grain: one row per outside domain with emails that were exchanged with an address of it that is nobody's
-- key: domain
-- not null: domain, email_count
-- as: table
with find_emails as (
    select r.message_key, r.address
    from outside_recipient as r
    inner join email_read as e on e.message_key = r.message_key
    inner join person_address as p on p.address = e.sender_address
    union
    select e.message_key, e.sender_address as address
    from email_read as e
    inner join message_copy as c on c.message_key = e.message_key
    inner join listed_person as l on l.entra_id = c.mailbox
),

find_domains as (
    select distinct f.message_key, domain_of(f.address) as domain
    from find_emails as f
    where not exists (select 1 from claimed_address as k where k.address = f.address)
        and not exists (select 1 from contact_address as c where c.address = f.address)
)

select d.domain, count(*) as email_count
from find_domains as d
where not exists (select 1 from public_domain as p where p.domain = d.domain)
    and not exists (select 1 from own_domain as o where o.domain = d.domain)
group by d.domain
