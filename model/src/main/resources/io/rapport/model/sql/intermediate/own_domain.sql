-- grain: one row per domain of a colleague's address
-- key: domain
-- not null: domain
-- as: table
select distinct domain_of(address) as domain
from colleague_address
