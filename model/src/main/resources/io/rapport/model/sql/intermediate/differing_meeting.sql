-- grain: one row per meeting whose copies name different dates, lengths or organizers
-- key: meeting_key
-- not null: meeting_key
-- as: table
select meeting_key
from meeting_outline
where least_date <> greatest_date
    or least_all_day <> greatest_all_day
    or least_seconds <> greatest_seconds
    or least_organizer <> greatest_organizer
