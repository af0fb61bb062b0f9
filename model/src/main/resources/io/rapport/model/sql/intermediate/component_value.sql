-- grain: one row per row of the output table and component of the score; rank_value grows with what is better
-- key: primary_key, component
-- not null: primary_key, component, ordinal, rank_value, weight, weight_sum
-- holds: rank_value >= 0
-- as: table
with measure_components as (
    select
        h.primary_key,
        h.aggregation_level,
        h.period_start,
        w.component,
        w.ordinal,
        w.weight,
        w.weight_sum,
        case w.component
            when 'NoOfEmails_FromAccount' then h.email_from_count
            when 'NoOfEmails_ToAccount' then h.email_to_count
            when 'NoOfMeetings_FromAccount' then h.meeting_from_count
            when 'NoOfMeetings_ToAccount' then h.meeting_to_count
            when 'NoOfContactsInvolved_Emails' then h.email_people
            when 'NoOfContactsInvolved_Meetings' then h.meeting_people
            when 'NoOfAccountContactsInvolved_Emails' then h.email_contacts
            when 'NoOfAccountContactsInvolved_Meetings' then h.meeting_contacts
            when 'Recency' then least(h.days_since_email, h.days_since_meeting)
        end as component_value
    from account_history as h
    cross join component_weight as w
)

select
    m.*,
    case
        when m.component = 'Recency' then coalesce(100000 - m.component_value, 0)
        else m.component_value
    end as rank_value
from measure_components as m
