-- grain: one row per email and address in its to, cc and bcc, all copies together
-- key: message_key, address
-- not null: message_key, address
-- as: table
with list_people as (
    select message_key, explode(people) as person
    from copy_people
),

read_addresses as (
    select message_key, person.emailAddress.address as address
    from list_people
)

select distinct r.message_key, r.address
from read_addresses as r
inner join counted_email as e on e.message_key = r.message_key
where r.address is not null
