-- What running trials use: a row for each worker that has run one for a second, rewritten again and again. It is for people who look, and nothing follows from
-- it; so it is not logged, and empty after a crash of the server. Whether a worker lives its own row says, and which trials run those of trials.
create unlogged table hypermax.usage (
    worker bigint primary key,
    study bigint not null,
    told timestamptz not null default clock_timestamp(),
    sheet text not null
) with (fillfactor = 20);

-- Whoever may read, add or remove records may do so here.
do $$
declare
    given record;
begin
    for given in
        select distinct grantee, privilege_type from information_schema.role_table_grants
        where table_schema = 'hypermax' and table_name = 'record' and grantee <> current_user and privilege_type in ('SELECT', 'INSERT', 'DELETE')
    loop
        execute format(
            'grant %s on hypermax.usage to %s',
            case given.privilege_type when 'SELECT' then 'select' when 'INSERT' then 'insert, update' else 'delete' end,
            case given.grantee when 'PUBLIC' then 'public' else quote_ident(given.grantee) end);
    end loop;
end
$$;
