-- grain: one row per domain that one account alone owns (option matchDomains)
-- key: domain
-- not null: domain, account_id
-- as: table
with find_domains as (
    select distinct account_id, domain_of(address) as domain
    from known_contact
    where match_domains()
)

select d.domain, min(d.account_id) as account_id
from find_domains as d
where not exists (select 1 from public_domain as p where p.domain = d.domain)
    and not exists (select 1 from own_domain as o where o.domain = d.domain)
group by d.domain
having count(*) = 1
