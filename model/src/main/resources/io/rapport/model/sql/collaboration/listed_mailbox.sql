-- grain: one row per mailbox of a listed person, of whom there are none here
-- key: mailbox
-- not null: mailbox
-- as: view
-- The models of emails are those of account engagement.
select user_id as mailbox
from directory_user
where false
