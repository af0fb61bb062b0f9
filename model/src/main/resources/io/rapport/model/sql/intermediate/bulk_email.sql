-- grain: one row per email with more recipients than are counted (option ignoreBulkOver)
-- key: message_key
-- not null: message_key
-- as: table
with find_recipients as (
    select distinct message_key, address
    from copy_recipient
    where bulk_limit() > 0
        and address is not null
)

select message_key
from find_recipients
group by message_key
having count(*) > bulk_limit()
