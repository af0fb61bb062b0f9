-- on which machine the process runs that has it in hand (null where nobody noted it), and when it was last seen to
alter table run add column machine varchar(255);
alter table run add column seen_at bigint;
alter table extraction add column machine varchar(255);
alter table extraction add column seen_at bigint;
