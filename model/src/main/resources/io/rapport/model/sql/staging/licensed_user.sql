-- grain: one row per user with an Exchange license
-- key: user_id
-- not null: user_id
-- as: table
with list_plans as (
    select user_id, explode(assigned_plans) as plan
    from user_row
)

select distinct user_id
from list_plans
where lower(plan.service) = 'exchange'
    and lower(plan.capabilityStatus) in ('enabled', 'warning')
