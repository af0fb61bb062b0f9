-- grain: one row per mailbox copy of an email and address in its to, cc or bcc, as often as it stands there
-- not null: message_key
-- as: view
with list_to as (
    select message_key, explode(to_people) as person
    from message_copy
),

list_cc as (
    select message_key, explode(cc_people) as person
    from message_copy
),

list_bcc as (
    select message_key, explode(bcc_people) as person
    from message_copy
)

select message_key, person.emailAddress.address as address
from list_to
union all
select message_key, person.emailAddress.address as address
from list_cc
union all
select message_key, person.emailAddress.address as address
from list_bcc
