-- grain: one row per published group and week in which it did less than 40 % of its median week of the 12 around
-- key: is_total, department, week_number
-- not null: is_total, department, week_number
-- as: table
-- Made of published numbers alone. With fewer than four published weeks around nothing is said. The median counts twice.
with find_around as (
    select
        g.is_total,
        g.department,
        g.week_number,
        g.activity_count,
        o.activity_count as other_count,
        row_number() over (
            partition by g.is_total, g.department, g.week_number order by o.activity_count
        ) as place,
        count(*) over (partition by g.is_total, g.department, g.week_number) as around_count
    from published_group as g
    inner join published_group as o
        on o.is_total = g.is_total
            and o.department = g.department
            and o.week_number between g.week_number - 6 and g.week_number + 6
            and o.week_number <> g.week_number
)

select is_total, department, week_number
from find_around
where around_count >= 4
group by is_total, department, week_number
having 5 * min(activity_count)
    < cast(sum(case when place = quotient(around_count + 1, 2) then other_count else 0 end) as bigint)
        + cast(sum(case when place = quotient(around_count + 2, 2) then other_count else 0 end) as bigint)
