-- grain: one row per row of the output table and component of the score
-- key: primary_key, component
-- not null: primary_key, component, rank_value, standing_count, standing_total, weight, weight_sum
-- holds: standing_count between 0 and standing_total
-- as: table
with measure_components as (
    select
        r.primary_key,
        r.aggregation_level,
        r.period_start,
        w.component,
        w.ordinal,
        w.weight,
        w.weight_sum,
        case w.component
            when 'NoOfEmails_FromAccount' then r.email_from_count
            when 'NoOfEmails_ToAccount' then r.email_to_count
            when 'NoOfMeetings_FromAccount' then r.meeting_from_count
            when 'NoOfMeetings_ToAccount' then r.meeting_to_count
            when 'NoOfContactsInvolved_Emails' then r.email_people
            when 'NoOfContactsInvolved_Meetings' then r.meeting_people
            when 'NoOfAccountContactsInvolved_Emails' then r.email_contacts
            when 'NoOfAccountContactsInvolved_Meetings' then r.meeting_contacts
            when 'Recency' then least(r.days_since_email, r.days_since_meeting)
        end as component_value
    from account_history as r
    cross join component_weight as w
),

rank_values as (
    select
        m.*,
        case
            when m.component = 'Recency' then coalesce(100000 - m.component_value, 0)
            else m.component_value
        end as rank_value
    from measure_components as m
)

select
    primary_key,
    component,
    ordinal,
    component_value,
    rank_value,
    weight,
    weight_sum,
    case
        when rank_value = 0 then 0
        else cast(sum(case when rank_value > 0 then 1 else 0 end) over (
            partition by aggregation_level, period_start, component order by rank_value
        ) as bigint)
    end as standing_count,
    cast(sum(case when rank_value > 0 then 1 else 0 end) over (
        partition by aggregation_level, period_start, component
    ) as bigint) as standing_total
from rank_values
