-- grain: one row per email that a colleague received and answered within 14 days: how long the first later email of his
-- or hers in the conversation took
-- not null: colleague_number, week_number, reply_seconds
-- holds: reply_seconds between 1 and 1209600
-- as: table
with find_threads as (
    select distinct colleague_number, conversation_key
    from colleague_sent
    where conversation_key is not null
),

list_turns as (
    select
        colleague_number,
        conversation_key,
        sent_second,
        0 as is_received,
        sent_second as own_second
    from colleague_sent
    where conversation_key is not null
    union all
    select
        r.colleague_number,
        r.conversation_key,
        r.sent_second,
        1 as is_received,
        cast(null as bigint) as own_second
    from colleague_received as r
    inner join find_threads as t
        on t.colleague_number = r.colleague_number
            and t.conversation_key = r.conversation_key
    where not r.is_bulk
),

find_replies as (
    select
        colleague_number,
        sent_second,
        is_received,
        min(own_second) over (
            partition by colleague_number, conversation_key
            order by sent_second desc, is_received desc
            rows between unbounded preceding and 1 preceding
        ) as reply_second
    from list_turns
)

select
    f.colleague_number,
    quotient(f.reply_second + o.offset_seconds + 259200, 604800) as week_number,
    f.reply_second - f.sent_second as reply_seconds
from find_replies as f
inner join colleague_offset as o
    on o.colleague_number = f.colleague_number
        and f.reply_second >= o.from_second
        and f.reply_second < o.to_second
where f.is_received = 1
    and f.reply_second - f.sent_second <= 14 * 86400
