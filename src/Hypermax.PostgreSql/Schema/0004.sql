-- A turn in two statements, each of which goes out by itself: clients wait for no thread but their own.

-- Takes a turn on a study, until the end of the transaction, and returns its records from one place on.
create function hypermax.enter(space integer, key integer, of_study bigint, first integer) returns table (seq integer, line text)
language plpgsql as $$
begin
    perform pg_advisory_xact_lock(space, key);

    -- A statement of its own, so that it sees what was committed while the turn was waited for.
    return query select r.seq, r.line from hypermax.record r where r.study = of_study and r.seq >= first order by r.seq;
end
$$;

-- Adds records from one place on, and keeps the rows of trials in step with them. The arrays have an element for each record.
create function hypermax.keep(
    of_study bigint, first integer, kinds text[], numbers integer[], lines text[], attempts integer[], states text[], results double precision[],
    of_worker bigint, channel text) returns void
language plpgsql as $$
declare
    fact record;
begin
    for fact in
        select f.* from unnest(kinds, numbers, lines, attempts, states, results)
            with ordinality as f (kind, number, line, attempt, state, result, place)
    loop
        insert into hypermax.record (study, seq, kind, trial, line)
        values (of_study, first + fact.place::integer - 1, fact.kind, fact.number, fact.line);
        if fact.kind = 'start' then
            insert into hypermax.trial as t (study, number, attempt, state, worker, started)
            values (of_study, fact.number, fact.attempt, 'running', of_worker, clock_timestamp())
            on conflict (study, number) do update set attempt = excluded.attempt, worker = excluded.worker, started = excluded.started
            where t.state = 'running';
        elsif fact.kind = 'finish' then
            insert into hypermax.trial as t (study, number, attempt, state, value, worker, ended)
            values (of_study, fact.number, fact.attempt, fact.state, fact.result, of_worker, clock_timestamp())
            on conflict (study, number) do update
            set state = excluded.state, value = excluded.value, attempt = excluded.attempt, worker = excluded.worker, ended = excluded.ended
            where t.state = 'running';
        elsif fact.kind = 'back' then
            update hypermax.trial set worker = null where study = of_study and number = fact.number and state = 'running';
        end if;
    end loop;

    -- Announcements of one server stand in one queue, so they are made only while somebody waits.
    if channel is not null and exists (select from hypermax.worker where study = of_study and ended is null and is_waiting) then
        perform pg_notify(channel, '');
    end if;
end
$$;
