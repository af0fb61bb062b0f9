-- grain: one row per email and colleague who received it, in the own week
-- key: colleague_number, message_key
-- not null: colleague_number, message_key, sent_second, week_number, is_bulk
-- as: table
select
    c.colleague_number,
    e.message_key,
    e.conversation_key,
    e.sent_second,
    e.sender_number,
    quotient(e.sent_second + o.offset_seconds + 259200, 604800) as week_number,
    b.message_key is not null as is_bulk
from colleague_recipient as c
inner join counted_email as e on e.message_key = c.message_key
inner join colleague_offset as o
    on o.colleague_number = c.colleague_number
        and e.sent_second >= o.from_second
        and e.sent_second < o.to_second
left join bulk_mailing as b on b.message_key = c.message_key
