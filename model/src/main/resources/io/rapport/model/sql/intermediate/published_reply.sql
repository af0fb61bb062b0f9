-- grain: one row per published group and week whose replies are published: four times the median over its people
-- key: is_total, department, week_number
-- not null: is_total, department, week_number, quadruple_seconds
-- as: table
with order_people as (
    select
        is_total,
        department,
        week_number,
        reply_double_seconds,
        row_number() over (partition by is_total, department, week_number order by reply_double_seconds) as place,
        count(*) over (partition by is_total, department, week_number) as people_count
    from published_person
    where reply_double_seconds is not null
)

select
    is_total,
    department,
    week_number,
    cast(sum(case when place = quotient(people_count + 1, 2) then reply_double_seconds else 0 end) as bigint)
        + cast(sum(case when place = quotient(people_count + 2, 2) then reply_double_seconds else 0 end) as bigint)
        as quadruple_seconds
from order_people
group by is_total, department, week_number
