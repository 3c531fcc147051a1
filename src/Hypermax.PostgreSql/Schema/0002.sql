-- For people: the trials of every study with what their last record says, and who is at work.
create view hypermax.trials as
select s.name as study, t.number, t.state, t.attempt, t.value, t.started, t.ended, w.name as worker
from hypermax.trial t
join hypermax.study s on s.id = t.study
left join hypermax.worker w on w.id = t.worker;

create view hypermax.workers as
select s.name as study, w.id, w.name, w.began, w.seen, w.ended,
    w.ended is null and greatest(w.seen, pg_postmaster_start_time()) + w.lease > clock_timestamp() as is_alive,
    (select count(*) from hypermax.trial t where t.study = w.study and t.worker = w.id and t.state = 'running') as running
from hypermax.worker w
join hypermax.study s on s.id = w.study;
