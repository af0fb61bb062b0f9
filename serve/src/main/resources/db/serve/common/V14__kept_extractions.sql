-- what a server extracts rests in the home until somebody deletes it
-- JSON object: what was asked for, so that it can be gone on with; null on the command line, and once the files are deleted
alter table extraction add column words text;
-- who asked the server for it; null on the command line
alter table extraction add column requested_by varchar(200);
-- whether it may say who somebody is
alter table extraction add column is_personal boolean not null default true;
-- when its files were deleted
alter table extraction add column removed_at bigint;
