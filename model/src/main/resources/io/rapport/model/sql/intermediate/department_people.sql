-- grain: one row per department with employees; those too small to be shown are pooled, with the smallest of the others
-- where the pool alone would be too small
-- not null: people_count, is_pooled
-- holds: people_count > 0
-- as: table
with count_people as (
    select department, count(*) as people_count
    from employee_adding
    group by department
),

rank_large as (
    select
        c.department,
        c.people_count,
        c.people_count < r.minimum_people as is_small,
        r.minimum_people,
        row_number() over (
            partition by c.people_count < r.minimum_people
            order by c.people_count, coalesce(c.department, '')
        ) as place
    from count_people as c
    cross join report_rule as r
),

sum_small as (
    select coalesce(cast(sum(case when is_small then people_count end) as bigint), 0) as small_people
    from rank_large
)

select
    l.department,
    l.people_count,
    l.is_small
        or (s.small_people > 0 and s.small_people < l.minimum_people and l.place = 1) as is_pooled
from rank_large as l
cross join sum_small as s
