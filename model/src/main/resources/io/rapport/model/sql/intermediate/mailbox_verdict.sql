-- grain: one row per directory user: where its mailbox is kept, and why an extraction leaves it out
-- key: user_id
-- not null: user_id
-- as: table
select
    d.user_id,
    u.department,
    upper(u.data_location) as region,
    case
        when d.is_guest then 'Guest'
        when not d.is_enabled then 'Account disabled'
        when d.has_plans and l.user_id is null then 'No Exchange license'
    end as reason
from directory_user as d
inner join user_row as u on u.user_id = d.user_id
left join licensed_user as l on l.user_id = d.user_id
