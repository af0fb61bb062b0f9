-- grain: one row per email to more than 50 addresses, groups not expanded
-- key: message_key
-- not null: message_key
-- as: table
select message_key
from email_recipient
group by message_key
having count(*) > 50
