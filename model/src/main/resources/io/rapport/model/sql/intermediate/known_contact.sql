-- grain: one row per account, contact and address, linked addresses too
-- key: account_id, contact_id, address
-- not null: account_id, contact_id, address
-- as: table
select account_id, contact_id, address
from account_contact
union
select c.account_id, c.contact_id, l.address
from linked_address as l
inner join account_contact as c on l.owner = 'c' || c.contact_id
