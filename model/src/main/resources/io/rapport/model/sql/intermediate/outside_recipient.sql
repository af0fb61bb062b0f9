-- grain: one row per email and recipient who may be a contact: no colleague, no listed person
-- key: message_key, address
-- not null: message_key, address
-- as: table
with list_people as (
    select c.message_key, explode(c.people) as person
    from copy_people as c
    inner join email_read as e on e.message_key = c.message_key
),

find_recipients as (
    select message_key, person.emailAddress.address as address
    from list_people
)

select distinct r.message_key, r.address
from find_recipients as r
where r.address is not null
    and not exists (select 1 from inside_address as i where i.address = r.address)
