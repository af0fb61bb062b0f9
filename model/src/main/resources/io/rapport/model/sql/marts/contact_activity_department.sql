-- grain: one row per department with enough employees to be shown, and one for all others together; none where all
-- employees together are too few
-- not null: is_pooled, people_count, added_count, created_count, modified_count, deleted_count
-- as: table
with sum_cells as (
    select
        department,
        cast(sum(case when signal_type = 'AddContact' then signal_count end) as bigint) as added_count,
        cast(sum(case when signal_type = 'ContactCreated' then signal_count end) as bigint) as created_count,
        cast(sum(case when signal_type = 'ContactUpdated' then signal_count end) as bigint) as modified_count,
        cast(sum(case when signal_type = 'RemoveContact' then signal_count end) as bigint) as deleted_count
    from contact_activity_cell
    group by department
),

join_people as (
    select
        case when not p.is_pooled then p.department end as department,
        p.is_pooled,
        p.people_count,
        s.added_count,
        s.created_count,
        s.modified_count,
        s.deleted_count
    from department_people as p
    left join sum_cells as s on coalesce(s.department, '') = coalesce(p.department, '')
),

sum_departments as (
    select
        department,
        is_pooled,
        cast(sum(people_count) as bigint) as people_count,
        coalesce(cast(sum(added_count) as bigint), 0) as added_count,
        coalesce(cast(sum(created_count) as bigint), 0) as created_count,
        coalesce(cast(sum(modified_count) as bigint), 0) as modified_count,
        coalesce(cast(sum(deleted_count) as bigint), 0) as deleted_count
    from join_people
    group by department, is_pooled
)

select d.*
from sum_departments as d
inner join report_rule as r on d.people_count >= r.minimum_people
