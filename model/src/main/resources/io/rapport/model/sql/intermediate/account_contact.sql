-- grain: one row per account, contact and address, as the contact data set has them
-- key: account_id, contact_id, address
-- not null: account_id, contact_id, address
-- as: table
select distinct account_id, contact_id, address
from contact_verdict
where left_out is null
