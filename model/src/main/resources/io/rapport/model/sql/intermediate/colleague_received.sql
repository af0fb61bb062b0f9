-- grain: one row per email and colleague who received it, in the own week
-- key: colleague_number, message_key
-- not null: colleague_number, message_key, sent_second, week_number, is_bulk
-- as: table
-- What is said of the email comes with the recipient: with a third table an engine may look for its clock among those of
-- everybody first.
select
    c.colleague_number,
    c.message_key,
    c.conversation_key,
    c.sent_second,
    c.sender_number,
    quotient(c.sent_second + o.offset_seconds + 259200, 604800) as week_number,
    b.message_key is not null as is_bulk
from colleague_recipient as c
inner join colleague_offset as o
    on o.colleague_number = c.colleague_number
        and c.sent_second >= o.from_second
        and c.sent_second < o.to_second
left join bulk_mailing as b on b.message_key = c.message_key
