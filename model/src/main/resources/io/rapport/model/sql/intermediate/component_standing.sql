-- grain: one row per aggregation level, period, component and value above 0: how many rows are not better
-- key: aggregation_level, period_start, ordinal, rank_value
-- not null: aggregation_level, period_start, ordinal, rank_value, standing_count, standing_total
-- holds: standing_count between 1 and standing_total
-- as: table
with count_values as (
    select aggregation_level, period_start, ordinal, rank_value, count(*) as row_count
    from component_value
    where rank_value > 0
    group by aggregation_level, period_start, ordinal, rank_value
)

select
    aggregation_level,
    period_start,
    ordinal,
    rank_value,
    cast(sum(row_count) over (
        partition by aggregation_level, period_start, ordinal order by rank_value
    ) as bigint) as standing_count,
    cast(sum(row_count) over (
        partition by aggregation_level, period_start, ordinal
    ) as bigint) as standing_total
from count_values
