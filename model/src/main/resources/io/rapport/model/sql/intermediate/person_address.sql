-- grain: one row per address of a listed person, linked ones too
-- key: address
-- not null: address, person_key
-- as: table
select address, person_key
from listed_address
union all
select address, substring(owner, 2) as person_key
from linked_address
where substring(owner, 1, 1) = 'p'
