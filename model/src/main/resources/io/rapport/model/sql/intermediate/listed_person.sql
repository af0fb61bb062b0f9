-- grain: one row per listed person
-- key: person_key
-- not null: person_key, person_number
-- as: table
-- Persons have a number, which costs less than their key where millions of emails are counted by person.
with choose_people as (
    select user_id, address as chosen_address
    from selection_verdict
    where verdict = 'A user'
    union all
    select u.user_id, cast(null as string) as chosen_address
    from selection_verdict as v
    inner join group_user as u on u.group_id = v.group_id
    where v.verdict = 'A group'
        and not exists (select 1 from excluded_user as e where e.user_id = u.user_id)
),

find_people as (
    select
        p.user_id as person_key,
        p.user_id as entra_id,
        coalesce(min(p.chosen_address), min(u.primary_address)) as email_address
    from choose_people as p
    inner join directory_user as u on u.user_id = p.user_id
    where not u.is_guest
    group by p.user_id
    union all
    select
        address as person_key,
        cast(null as string) as entra_id,
        address as email_address
    from selection_verdict
    where verdict = 'In no directory'
)

select
    person_key,
    entra_id,
    email_address,
    cast(row_number() over (order by person_key) as int) as person_number
from find_people
