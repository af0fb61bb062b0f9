-- grain: one row per colleague and week with replies: twice the median, so that it is whole
-- key: colleague_number, week_number
-- not null: colleague_number, week_number, double_seconds
-- as: table
with order_replies as (
    select
        colleague_number,
        week_number,
        reply_seconds,
        row_number() over (partition by colleague_number, week_number order by reply_seconds) as place,
        count(*) over (partition by colleague_number, week_number) as reply_count
    from colleague_reply
)

select
    colleague_number,
    week_number,
    cast(sum(case when place = quotient(reply_count + 1, 2) then reply_seconds else 0 end) as bigint)
        + cast(sum(case when place = quotient(reply_count + 2, 2) then reply_seconds else 0 end) as bigint)
        as double_seconds
from order_replies
group by colleague_number, week_number
