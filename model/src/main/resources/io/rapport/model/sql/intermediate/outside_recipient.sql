-- grain: one row per email and recipient who may be a contact: no colleague, no listed person
-- key: message_key, address
-- not null: message_key, address
-- as: table
select distinct r.message_key, r.address
from copy_recipient as r
inner join email_read as e on e.message_key = r.message_key
where r.address is not null
    and not exists (select 1 from inside_address as i where i.address = r.address)
