-- grain: one row per email to more than 50 addresses, groups not expanded
-- key: message_key
-- not null: message_key
-- as: table
-- Addresses differ where their fingerprints do: of every email all of them are gathered here.
with list_people as (
    select message_key, explode(people) as person
    from copy_people
),

read_fingerprints as (
    select message_key, fingerprint(person.emailAddress.address) as fingerprint
    from list_people
),

find_recipients as (
    select distinct message_key, fingerprint
    from read_fingerprints
    where fingerprint is not null
)

select message_key
from find_recipients
group by message_key
having count(*) > 50
