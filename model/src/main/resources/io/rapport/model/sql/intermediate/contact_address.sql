-- grain: one row per account, contact and address: all that is known, rolled up where that is asked for
-- key: account_id, contact_id, address
-- not null: account_id, contact_id, address
-- as: table
with find_contacts as (
    select account_id, contact_id, address
    from known_contact
    union
    select account_id, address as contact_id, address
    from matched_address
)

select account_id, contact_id, address
from find_contacts
union
select a.ancestor_id as account_id, c.contact_id, c.address
from find_contacts as c
inner join account_ancestor as a on a.account_id = c.account_id
