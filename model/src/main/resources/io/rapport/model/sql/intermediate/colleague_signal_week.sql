-- grain: one row per colleague and own week with contact signals
-- key: colleague_number, week_number
-- not null: colleague_number, week_number, added_count, created_count, modified_count, deleted_count
-- as: table
with locate_signals as (
    select
        c.colleague_number,
        s.signal_type,
        quotient(seconds_of(s.start_at) + o.offset_seconds + 259200, 604800) as week_number
    from contact_signal_row as s
    inner join colleague as c on c.user_id = s.mailbox
    inner join colleague_offset as o
        on o.colleague_number = c.colleague_number
            and seconds_of(s.start_at) >= o.from_second
            and seconds_of(s.start_at) < o.to_second
    where s.signal_type in ('AddContact', 'ContactCreated', 'ContactUpdated', 'RemoveContact')
)

select
    colleague_number,
    week_number,
    count(case when signal_type = 'AddContact' then 1 end) as added_count,
    count(case when signal_type = 'ContactCreated' then 1 end) as created_count,
    count(case when signal_type = 'ContactUpdated' then 1 end) as modified_count,
    count(case when signal_type = 'RemoveContact' then 1 end) as deleted_count
from locate_signals
group by colleague_number, week_number
