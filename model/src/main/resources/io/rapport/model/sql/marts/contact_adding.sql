-- grain: one row per band of contacts added by an employee in the reported days; bands of few employees are merged into
-- the highest one, so that each holds none or enough; none where all employees together are too few
-- key: lowest_count
-- not null: lowest_count, people_count
-- as: table
with judge_cuts as (
    select b.cut
    from adding_band as b
    cross join report_rule as r
    group by b.cut
    having count(case when b.people_count > 0 and b.people_count < r.minimum_people then 1 end) = 0
),

choose_cut as (
    select max(cut) as cut from judge_cuts
)

select
    b.lowest_count,
    case b.lowest_count when 0 then 0 when 1 then 1 when 2 then 5 when 6 then 10 when 11 then 20 when 21 then 50
        else 100
    end as highest_count,
    b.lowest_count = c.cut as is_open,
    b.people_count
from adding_band as b
inner join choose_cut as c on c.cut = b.cut
