-- grain: one row per cut and band of added contacts: the bands from the cut upwards count as one
-- key: cut, lowest_count
-- not null: cut, lowest_count, people_count
-- as: table
with list_bands as (
    select b.lowest_count
    from (values (0), (1), (2), (6), (11), (21), (51), (101)) as b(lowest_count)
),

place_people as (
    select max(b.lowest_count) as lowest_count
    from employee_adding as e
    inner join list_bands as b on b.lowest_count <= e.added_count
    group by e.user_id
),

count_people as (
    select b.lowest_count, count(p.lowest_count) as people_count
    from list_bands as b
    left join place_people as p on p.lowest_count = b.lowest_count
    group by b.lowest_count
)

select
    c.lowest_count as cut,
    least(b.lowest_count, c.lowest_count) as lowest_count,
    cast(sum(b.people_count) as bigint) as people_count
from count_people as b
cross join list_bands as c
group by c.lowest_count, least(b.lowest_count, c.lowest_count)
