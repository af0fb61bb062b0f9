-- grain: one row per email and recipient who may be a contact: no colleague, no listed person
-- key: message_key, address
-- not null: message_key, address
-- as: table
-- Most recipients are inside: they go first, before anything is looked up by the long key.
with list_people as (
    select message_key, explode(people) as person
    from copy_people
),

find_recipients as (
    select message_key, person.emailAddress.address as address
    from list_people
),

find_outside as (
    select distinct r.message_key, r.address
    from find_recipients as r
    left join inside_address as i on i.address = r.address
    where r.address is not null
        and i.address is null
)

select o.message_key, o.address
from find_outside as o
inner join email_read as e on e.message_key = o.message_key
