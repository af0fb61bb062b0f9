-- a segment can be edited: each change makes an edition; counts say under which rule they were made
alter table segment add column edition bigint not null default 1;
alter table segment add column rule_edition bigint not null default 1;
alter table segment_count add column rule_edition bigint not null default 1;
