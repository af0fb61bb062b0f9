-- grain: one row per address of a colleague
-- key: address
-- not null: address, colleague_number
-- as: table
select a.address, c.colleague_number
from colleague_address as a
inner join colleague as c on c.user_id = a.user_id
