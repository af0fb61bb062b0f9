-- grain: one row per row of the output table: its score in tenths, exact
-- key: primary_key
-- not null: primary_key, score_tenths
-- holds: score_tenths between 0 and 1000
-- as: table
-- The score is a sum of fractions with different denominators, rounded half up once. Each fraction is divided out to
-- 54 digits in six whole numbers of nine; the true sum is less than 9 units of the last digit above the sum of these,
-- and any sum below the next half is further below it than that, so adding 9 units decides every rounding exactly.
with name_fractions as (
    select
        primary_key,
        1000 * weight * standing_count as numerator,
        case when standing_total * weight_sum = 0 then 1 else standing_total * weight_sum end as denominator
    from score_component
),

divide_0 as (
    select primary_key, denominator, quotient(numerator, denominator) as digits_0,
        1000000000 * (numerator % denominator) as rest
    from name_fractions
),

divide_1 as (
    select primary_key, denominator, digits_0, quotient(rest, denominator) as digits_1,
        1000000000 * (rest % denominator) as rest
    from divide_0
),

divide_2 as (
    select primary_key, denominator, digits_0, digits_1, quotient(rest, denominator) as digits_2,
        1000000000 * (rest % denominator) as rest
    from divide_1
),

divide_3 as (
    select primary_key, denominator, digits_0, digits_1, digits_2, quotient(rest, denominator) as digits_3,
        1000000000 * (rest % denominator) as rest
    from divide_2
),

divide_4 as (
    select primary_key, denominator, digits_0, digits_1, digits_2, digits_3,
        quotient(rest, denominator) as digits_4,
        1000000000 * (rest % denominator) as rest
    from divide_3
),

divide_5 as (
    select primary_key, denominator, digits_0, digits_1, digits_2, digits_3, digits_4,
        quotient(rest, denominator) as digits_5,
        1000000000 * (rest % denominator) as rest
    from divide_4
),

sum_digits as (
    select
        primary_key,
        cast(sum(digits_0) as bigint) as digits_0,
        cast(sum(digits_1) as bigint) as digits_1,
        cast(sum(digits_2) as bigint) as digits_2,
        cast(sum(digits_3) as bigint) as digits_3,
        cast(sum(digits_4) as bigint) as digits_4,
        cast(sum(digits_5) as bigint) as digits_5,
        cast(sum(quotient(rest, denominator)) as bigint) + 9 as digits_6
    from divide_5
    group by primary_key
),

carry_5 as (
    select primary_key, digits_0, digits_1, digits_2, digits_3, digits_4,
        digits_5 + quotient(digits_6, 1000000000) as digits_5
    from sum_digits
),

carry_4 as (
    select primary_key, digits_0, digits_1, digits_2, digits_3,
        digits_4 + quotient(digits_5, 1000000000) as digits_4
    from carry_5
),

carry_3 as (
    select primary_key, digits_0, digits_1, digits_2,
        digits_3 + quotient(digits_4, 1000000000) as digits_3
    from carry_4
),

carry_2 as (
    select primary_key, digits_0, digits_1,
        digits_2 + quotient(digits_3, 1000000000) as digits_2
    from carry_3
),

carry_1 as (
    select primary_key, digits_0,
        digits_1 + quotient(digits_2, 1000000000) + 500000000 as digits_1
    from carry_2
)

select primary_key, digits_0 + quotient(digits_1, 1000000000) as score_tenths
from carry_1
