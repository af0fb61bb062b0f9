-- grain: one row per account; of rows with the same id the first counts
-- key: account_id
-- not null: account_id
-- as: table
with order_rows as (
    select
        account_id,
        parent_account_id,
        row_number() over (partition by account_id order by row_number) as place
    from customer_account
    where account_id is not null
)

select account_id, parent_account_id
from order_rows
where place = 1
