create function access_log_only_grows() returns trigger as $$
begin
    raise exception 'the access log only grows';
end;
$$ language plpgsql;

create trigger access_log_no_change before update or delete or truncate on access_log
for each statement execute function access_log_only_grows();
