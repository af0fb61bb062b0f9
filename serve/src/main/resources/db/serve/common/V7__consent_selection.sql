-- whose mailboxes a connection that waits for consent will read; JSON lists, as in graph_connection
alter table pending_consent add column selected_groups text not null default '[]';
alter table pending_consent add column selected_mailboxes text not null default '[]';
alter table pending_consent add column excluded_groups text not null default '[]';
