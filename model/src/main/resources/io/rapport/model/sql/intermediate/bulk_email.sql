-- grain: one row per email with more recipients than are counted (option ignoreBulkOver)
-- key: message_key
-- not null: message_key
-- as: table
with list_people as (
    select message_key, explode(people) as person
    from copy_people
    where bulk_limit() > 0
),

find_recipients as (
    select distinct message_key, person.emailAddress.address as address
    from list_people
)

select message_key
from find_recipients
where address is not null
group by message_key
having count(*) > bulk_limit()
