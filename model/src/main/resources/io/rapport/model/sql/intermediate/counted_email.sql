-- grain: one row per email that is not left out, of the counted weeks and of those that they look back on
-- key: message_key
-- not null: message_key, sent_second, sender_address
-- as: table
-- A case, because DuckDB takes two comparisons with the rule for a join that leaves hardly any emails, and then holds all
-- of them in memory for each join above it.
select
    e.message_key,
    seconds_of(e.sent_at) as sent_second,
    e.sender_address,
    e.conversation_key,
    c.colleague_number as sender_number
from email as e
cross join collaboration_rule as r
left join group_address as g on g.address = e.sender_address
left join colleague_by_address as c on c.address = e.sender_address
where e.sent_at is not null
    and e.sender_address is not null
    and g.address is null
    and case
        when seconds_of(e.sent_at) >= r.first_second then seconds_of(e.sent_at) < r.end_second
        else false
    end
