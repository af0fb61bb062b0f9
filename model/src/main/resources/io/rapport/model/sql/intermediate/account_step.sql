-- grain: one row per account and its parent (option rollUp)
-- key: account_id, ancestor_id
-- not null: account_id, ancestor_id
-- as: table
select a.account_id, p.account_id as ancestor_id
from account as a
inner join account as p on p.account_id = a.parent_account_id
where roll_up()
