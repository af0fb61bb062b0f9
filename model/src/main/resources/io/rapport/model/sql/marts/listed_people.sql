-- grain: one row per listed person
-- key: EmailAddress, EntraId
-- as: table
select email_address as EmailAddress, entra_id as EntraId
from listed_person
