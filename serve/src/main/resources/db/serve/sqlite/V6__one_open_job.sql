-- of one kind and subject one job is open at most, also among several processes
update job set state = 'CANCELED', finished_at = requested_at
where state in ('QUEUED', 'RUNNING') and id <> (
    select min(other.id) from job as other
    where other.kind = job.kind and other.subject = job.subject and other.state in ('QUEUED', 'RUNNING')
);

create unique index job_open on job (kind, subject) where state in ('QUEUED', 'RUNNING');
