-- grain: one row: how many colleagues are counted in any week, and of how many the working time is not known; null where
-- that may not be said
-- as: table
with count_people as (
    select
        count(*) as people_count,
        count(case when not c.has_hours then 1 end) as unknown_count
    from colleague_clock as c
    where c.colleague_number in (select colleague_number from colleague_week)
)

select
    case when p.people_count >= r.minimum_people then p.people_count end as people_count,
    case
        when p.people_count >= r.minimum_people
            and (p.unknown_count = 0 or p.unknown_count >= r.minimum_people)
            and (p.unknown_count = p.people_count or p.people_count - p.unknown_count >= r.minimum_people)
            then p.unknown_count
    end as unknown_count
from count_people as p
cross join collaboration_rule as r
