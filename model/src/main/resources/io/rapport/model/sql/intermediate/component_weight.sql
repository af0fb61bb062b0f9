-- grain: one row per component of the score, with the weight that it has in this run
-- key: component
-- not null: component, ordinal, weight, weight_sum
-- as: table
with weigh_components as (
    select
        c.component,
        c.ordinal,
        case when coalesce(p.is_present, true) then c.weight else 0 end as weight
    from component as c
    left join snapshot_presence as p on p.channel = c.channel
)

select
    component,
    ordinal,
    cast(weight as bigint) as weight,
    cast(sum(weight) over () as bigint) as weight_sum
from weigh_components
