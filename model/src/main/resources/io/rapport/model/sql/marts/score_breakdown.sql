-- grain: one row per row of the output table and component of the score
-- key: PrimaryKey, Component
-- not null: PrimaryKey, Component, StandingCount, StandingTotal, Weight, Points
-- holds: Points between 0 and 100
-- as: table
with round_points as (
    select
        c.*,
        case
            when standing_total * weight_sum = 0 then 0
            else quotient(
                2000000 * weight * standing_count + standing_total * weight_sum,
                2 * standing_total * weight_sum
            )
        end as points
    from score_component as c
)

select
    primary_key as PrimaryKey,
    component as Component,
    component_value as Value,
    standing_count as StandingCount,
    standing_total as StandingTotal,
    weight as Weight,
    cast(cast(points as decimal(18, 0)) * 0.0001 as decimal(7, 4)) as Points,
    ordinal
from round_points
