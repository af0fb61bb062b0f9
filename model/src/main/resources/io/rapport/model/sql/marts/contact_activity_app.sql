-- grain: one row per application with contact signals in the reported days
-- key: app_name
-- not null: app_name, added_count, created_count, modified_count, deleted_count
-- as: table
select
    app_name,
    coalesce(cast(sum(case when signal_type = 'AddContact' then signal_count end) as bigint), 0) as added_count,
    coalesce(cast(sum(case when signal_type = 'ContactCreated' then signal_count end) as bigint), 0)
        as created_count,
    coalesce(cast(sum(case when signal_type = 'ContactUpdated' then signal_count end) as bigint), 0)
        as modified_count,
    coalesce(cast(sum(case when signal_type = 'RemoveContact' then signal_count end) as bigint), 0)
        as deleted_count
from contact_activity_cell
group by app_name
