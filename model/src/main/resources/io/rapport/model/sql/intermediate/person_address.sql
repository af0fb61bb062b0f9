-- grain: one row per address of a listed person, linked ones too
-- key: address
-- not null: address, person_key, person_number
-- as: table
with find_addresses as (
    select address, person_key
    from listed_address
    union all
    select address, substring(owner, 2) as person_key
    from linked_address
    where substring(owner, 1, 1) = 'p'
)

select a.address, a.person_key, l.person_number
from find_addresses as a
inner join listed_person as l on l.person_key = a.person_key
