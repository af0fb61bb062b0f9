-- grain: one row per colleague and own week with contact signals
-- key: colleague_number, week_number
-- not null: colleague_number, week_number, added_count, created_count, modified_count, deleted_count
-- as: table
-- Counted before they are located, so that no engine looks for a clock among those of everybody.
with count_signals as (
    select
        c.colleague_number,
        s.signal_type,
        seconds_of(s.start_at) as start_second,
        count(*) as signal_count
    from contact_signal_row as s
    inner join colleague as c on c.user_id = s.mailbox
    where s.signal_type in ('AddContact', 'ContactCreated', 'ContactUpdated', 'RemoveContact')
    group by c.colleague_number, s.signal_type, seconds_of(s.start_at)
),

locate_signals as (
    select
        s.colleague_number,
        s.signal_type,
        s.signal_count,
        quotient(s.start_second + o.offset_seconds + 259200, 604800) as week_number
    from count_signals as s
    inner join colleague_offset as o
        on o.colleague_number = s.colleague_number
            and s.start_second >= o.from_second
            and s.start_second < o.to_second
)

select
    colleague_number,
    week_number,
    cast(sum(case when signal_type = 'AddContact' then signal_count else 0 end) as bigint) as added_count,
    cast(sum(case when signal_type = 'ContactCreated' then signal_count else 0 end) as bigint) as created_count,
    cast(sum(case when signal_type = 'ContactUpdated' then signal_count else 0 end) as bigint) as modified_count,
    cast(sum(case when signal_type = 'RemoveContact' then signal_count else 0 end) as bigint) as deleted_count
from locate_signals
group by colleague_number, week_number
