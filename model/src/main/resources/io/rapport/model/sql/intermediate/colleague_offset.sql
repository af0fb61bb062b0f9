-- grain: one row per colleague and stretch of time in which the own clock is as far from UTC
-- key: colleague_number, from_second
-- not null: colleague_number, from_second, to_second, offset_seconds, working_days, start_second, end_second
-- holds: from_second < to_second
-- as: table
select
    c.colleague_number,
    z.from_second,
    z.to_second,
    z.offset_seconds,
    c.working_days,
    c.start_second,
    c.end_second
from colleague_clock as c
inner join zone_offset as z on z.zone = c.zone
