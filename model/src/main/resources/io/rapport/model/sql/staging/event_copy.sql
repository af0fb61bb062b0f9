-- grain: one row per mailbox copy of an occurrence, excluded mailboxes apart
-- key: mailbox, copy_id
-- not null: mailbox, copy_id
-- as: view
select
    e.mailbox,
    e.copy_id,
    e.ical_uid,
    e.series_master_id,
    e.start_at,
    e.end_at,
    e.start_date,
    e.organizer_address,
    e.attendees,
    case
        when e.ical_uid is null then short_key('copy ' || e.mailbox || '+' || e.copy_id)
        else short_key('event ' || cast(seconds_of(e.start_at) as string) || ' ' || e.ical_uid)
    end as meeting_key,
    coalesce(lower(e.type), '') = 'seriesmaster' as is_series_master,
    coalesce(e.is_all_day, false) as is_all_day,
    coalesce(e.is_cancelled, false) as is_cancelled,
    coalesce(lower(e.response), '') as response,
    coalesce(lower(e.response), '') = 'declined' as is_declined,
    coalesce(lower(e.sensitivity), '') in ('private', 'confidential') as is_private
from event_row as e
left join excluded_user as x on x.user_id = e.mailbox
where x.user_id is null
