-- grain: one row per account and account anywhere above it
-- key: account_id, ancestor_id
-- not null: account_id, ancestor_id
-- repeats: account_step
-- as: table
select account_id, ancestor_id
from account_ancestor
union
select a.account_id, b.ancestor_id
from account_ancestor as a
inner join account_ancestor as b on b.account_id = a.ancestor_id
