-- grain: one row per colleague: a directory user who is no guest
-- key: colleague_number
-- not null: colleague_number, user_id
-- as: table
select
    row_number() over (order by d.user_id) as colleague_number,
    d.user_id,
    u.department
from directory_user as d
inner join user_row as u on u.user_id = d.user_id
where not d.is_guest
