-- grain: one row per address of a listed person, as directory and selection have it
-- key: address
-- not null: address, person_key
-- as: table
select c.address, p.person_key
from colleague_address as c
inner join listed_person as p on p.entra_id = c.user_id
union all
select p.email_address as address, p.person_key
from listed_person as p
where p.entra_id is null
