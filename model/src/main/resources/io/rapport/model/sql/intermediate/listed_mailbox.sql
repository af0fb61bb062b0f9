-- grain: one row per mailbox of a listed person
-- key: mailbox
-- not null: mailbox
-- as: view
select entra_id as mailbox
from listed_person
where entra_id is not null
