-- grain: one row per row of the output table and component of the score, with its standing
-- key: primary_key, component
-- not null: primary_key, component, ordinal, standing_count, standing_total, weight, weight_sum
-- holds: standing_count between 0 and standing_total
-- as: table
with find_totals as (
    select distinct aggregation_level, period_start, ordinal, standing_total
    from component_standing
)

select
    v.primary_key,
    v.component,
    v.ordinal,
    v.component_value,
    v.weight,
    v.weight_sum,
    coalesce(s.standing_count, 0) as standing_count,
    coalesce(t.standing_total, 0) as standing_total
from component_value as v
left join component_standing as s
    on s.aggregation_level = v.aggregation_level
    and s.period_start = v.period_start
    and s.ordinal = v.ordinal
    and s.rank_value = v.rank_value
left join find_totals as t
    on t.aggregation_level = v.aggregation_level
    and t.period_start = v.period_start
    and t.ordinal = v.ordinal
