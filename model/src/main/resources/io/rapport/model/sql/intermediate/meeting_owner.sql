-- grain: one row per meeting and listed person in whose mailbox a copy of it lies
-- key: meeting_key, person_number
-- not null: meeting_key, person_number, is_declined
-- as: table
select e.meeting_key, l.person_number, bool_or(e.is_declined) as is_declined
from event_copy as e
inner join listed_person as l on l.entra_id = e.mailbox
inner join meeting_read as m on m.meeting_key = e.meeting_key
where not e.is_series_master
group by e.meeting_key, l.person_number
