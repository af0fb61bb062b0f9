-- grain: one row per email and recipient who may be a contact: no colleague, no listed person
-- key: message_key, address
-- not null: message_key, address
-- as: table
-- Most recipients are inside: they go first. Whether the email counts is asked later, of the few that a contact is on.
with list_people as (
    select message_key, explode(people) as person
    from copy_people
),

find_recipients as (
    select message_key, person.emailAddress.address as address
    from list_people
)

select distinct r.message_key, r.address
from find_recipients as r
left join inside_address as i on i.address = r.address
where r.address is not null
    and i.address is null
