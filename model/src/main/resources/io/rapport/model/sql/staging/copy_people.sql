-- grain: one row per mailbox copy of an email with the people in its to, cc and bcc
-- not null: message_key
-- as: view
select message_key, sent_at, all_people(to_people, cc_people, bcc_people) as people
from message_copy
