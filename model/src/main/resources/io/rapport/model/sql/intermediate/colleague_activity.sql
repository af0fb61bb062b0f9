-- grain: one row per colleague and own week with any activity
-- key: colleague_number, week_number
-- not null: colleague_number, week_number, sent_count, received_count, bulk_count, outside_count, after_hours_count, meeting_count, meeting_seconds, added_count, created_count, modified_count, deleted_count
-- holds: outside_count <= sent_count and after_hours_count <= sent_count
-- as: table
with list_measures as (
    select
        colleague_number,
        week_number,
        count(case when not is_bulk then 1 end) as sent_count,
        0 as received_count,
        count(case when is_bulk then 1 end) as bulk_count,
        count(case when not is_bulk and is_outside then 1 end) as outside_count,
        count(case when not is_bulk and is_after_hours then 1 end) as after_hours_count,
        0 as meeting_count,
        0 as meeting_seconds,
        0 as added_count,
        0 as created_count,
        0 as modified_count,
        0 as deleted_count
    from colleague_sent
    group by colleague_number, week_number
    union all
    select
        colleague_number,
        week_number,
        0 as sent_count,
        count(case when not is_bulk then 1 end) as received_count,
        count(case when is_bulk then 1 end) as bulk_count,
        0 as outside_count,
        0 as after_hours_count,
        0 as meeting_count,
        0 as meeting_seconds,
        0 as added_count,
        0 as created_count,
        0 as modified_count,
        0 as deleted_count
    from colleague_received
    group by colleague_number, week_number
    union all
    select
        colleague_number,
        week_number,
        0 as sent_count,
        0 as received_count,
        0 as bulk_count,
        0 as outside_count,
        0 as after_hours_count,
        meeting_count as meeting_count,
        meeting_seconds as meeting_seconds,
        0 as added_count,
        0 as created_count,
        0 as modified_count,
        0 as deleted_count
    from colleague_meeting_week
    union all
    select
        colleague_number,
        week_number,
        0 as sent_count,
        0 as received_count,
        0 as bulk_count,
        0 as outside_count,
        0 as after_hours_count,
        0 as meeting_count,
        0 as meeting_seconds,
        added_count as added_count,
        created_count as created_count,
        modified_count as modified_count,
        deleted_count as deleted_count
    from colleague_signal_week
)

select
    colleague_number,
    week_number,
    cast(sum(sent_count) as bigint) as sent_count,
    cast(sum(received_count) as bigint) as received_count,
    cast(sum(bulk_count) as bigint) as bulk_count,
    cast(sum(outside_count) as bigint) as outside_count,
    cast(sum(after_hours_count) as bigint) as after_hours_count,
    cast(sum(meeting_count) as bigint) as meeting_count,
    cast(sum(meeting_seconds) as bigint) as meeting_seconds,
    cast(sum(added_count) as bigint) as added_count,
    cast(sum(created_count) as bigint) as created_count,
    cast(sum(modified_count) as bigint) as modified_count,
    cast(sum(deleted_count) as bigint) as deleted_count
from list_measures
group by colleague_number, week_number
