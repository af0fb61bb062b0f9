-- grain: one row per directory user, guests too
-- key: user_id
-- not null: user_id, is_guest, is_enabled, has_plans
-- as: table
select
    user_id,
    coalesce(lower(user_type), '') = 'guest' as is_guest,
    coalesce(account_enabled, true) as is_enabled,
    assigned_plans is not null as has_plans,
    coalesce(mail, sign_in_name) as primary_address
from user_row
