-- grain: one row per colleague's address; of two colleagues it is the one's with the smaller id
-- key: address
-- not null: address, user_id
-- as: table
select address, min(user_id) as user_id
from user_address
where not is_guest
group by address
