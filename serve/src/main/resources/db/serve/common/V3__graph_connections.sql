-- connections to Microsoft Graph; names are shared with table connection; times are milliseconds since 1970, UTC
create table graph_connection (
    name varchar(60) not null primary key,
    -- names its checkpoints, so that a later connection of the same name begins anew
    id varchar(36) not null,
    connector varchar(40) not null,
    tenant_id varchar(36) not null,
    client_id varchar(36) not null,
    login_url varchar(300) not null,
    graph_url varchar(300) not null,
    credential_kind varchar(40) not null,
    -- encrypted; the key lies elsewhere
    credential text not null,
    -- lists in JSON
    selected_groups text not null,
    selected_filter text,
    selected_mailboxes text not null,
    excluded_groups text not null,
    created_at bigint not null,
    synced_at bigint
);
