-- grain: one row per employee: whoever has a valid mailbox, and whoever has contact signals in the reported days
-- key: user_id
-- not null: user_id, added_count
-- as: table
with find_employees as (
    select user_id from mailbox_verdict where reason is null
    union
    select mailbox as user_id from mailbox_adding
)

select e.user_id, v.department, coalesce(m.added_count, 0) as added_count
from find_employees as e
left join mailbox_verdict as v on v.user_id = e.user_id
left join mailbox_adding as m on m.mailbox = e.user_id
