-- grain: one row per address and the listed person (p) or account contact (c) who is known by it
-- key: address, owner
-- not null: address, owner
-- as: table
select address, 'p' || person_key as owner
from listed_address
union
select address, 'c' || contact_id as owner
from account_contact
