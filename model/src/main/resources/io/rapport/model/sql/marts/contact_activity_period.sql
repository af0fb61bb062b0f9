-- grain: one row per reported period, also those without a signal: the source document's questions on contacts added,
-- created, modified and deleted by all users
-- key: period_start
-- not null: period_start, added_count, created_count, modified_count, deleted_count
-- as: table
with list_periods as (
    select distinct period_start from period_day
)

select
    p.period_start,
    coalesce(cast(sum(case when c.signal_type = 'AddContact' then c.signal_count end) as bigint), 0) as added_count,
    coalesce(cast(sum(case when c.signal_type = 'ContactCreated' then c.signal_count end) as bigint), 0)
        as created_count,
    coalesce(cast(sum(case when c.signal_type = 'ContactUpdated' then c.signal_count end) as bigint), 0)
        as modified_count,
    coalesce(cast(sum(case when c.signal_type = 'RemoveContact' then c.signal_count end) as bigint), 0)
        as deleted_count
from list_periods as p
left join contact_activity_cell as c on c.period_start = p.period_start
group by p.period_start
