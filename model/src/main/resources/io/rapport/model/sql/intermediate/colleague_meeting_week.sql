-- grain: one row per colleague and own week in which meetings began; time in two meetings at once counts once
-- key: colleague_number, week_number
-- not null: colleague_number, week_number, meeting_count, meeting_seconds
-- as: table
with locate_meetings as (
    select
        a.colleague_number,
        quotient(a.start_second + o.offset_seconds + 259200, 604800) as week_number,
        a.start_second,
        a.end_second,
        max(a.end_second) over (
            partition by a.colleague_number
            order by a.start_second, a.end_second
            rows between unbounded preceding and 1 preceding
        ) as busy_until
    from attended_meeting as a
    inner join colleague_offset as o
        on o.colleague_number = a.colleague_number
            and a.start_second >= o.from_second
            and a.start_second < o.to_second
)

select
    colleague_number,
    week_number,
    count(*) as meeting_count,
    cast(sum(greatest(end_second - greatest(start_second, coalesce(busy_until, start_second)), 0)) as bigint)
        as meeting_seconds
from locate_meetings
group by colleague_number, week_number
