-- grain: one row per email, with the reason why it is left out, if it is
-- key: message_key
-- not null: message_key
-- as: table
with locate_emails as (
    select e.*, local_date(e.sent_at) as sent_date
    from email as e
)

select
    e.message_key,
    e.sent_at,
    e.sent_date,
    e.sender_address,
    e.conversation_key,
    e.is_held,
    case
        when e.sent_at is null then 'No usable time'
        when e.sender_address is null then 'No usable sender'
        when g.address is not null then 'The sender is a group'
        when e.sent_date < window_start() or e.sent_date > run_date() then 'Outside the window'
        when b.message_key is not null then 'Bulk'
    end as left_out
from locate_emails as e
left join group_address as g on g.address = e.sender_address
left join bulk_email as b on b.message_key = e.message_key
