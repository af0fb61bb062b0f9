-- grain: one row per meeting in the window that is not left out
-- key: meeting_key
-- not null: meeting_key, meeting_date, organizer_address
-- as: view
select meeting_key, meeting_date, organizer_address, duration_seconds
from meeting_verdict
where left_out is null
