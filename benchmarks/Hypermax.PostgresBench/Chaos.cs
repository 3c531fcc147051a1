using System.Diagnostics;
using Hypermax.PostgreSql;
using Hypermax.PostgreSql.Connecting;
using Npgsql;

namespace Hypermax.PostgresBench;

/// <summary>What is to happen.</summary>
/// <param name="Workers">How many workers there are at a time.</param>
/// <param name="Trials">How many trials the study has.</param>
/// <param name="Kills">How often something is killed, at random moments of the search.</param>
/// <param name="Seed">Decides when and what.</param>
internal sealed record ChaosPlan(int Workers, int Trials, int Kills, int Seed = 1)
{
    /// <summary>Gets how many workers a process has, so that they die together and at any moment.</summary>
    public int TeamSize { get; init; } = 8;
}

/// <summary>Runs a study by many workers, of which some are killed all the time, and looks whether its trials are exactly those that it should have.</summary>
internal static class Chaos
{
    private const string CutOne = """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'hypermax' and pid <> pg_backend_pid() order by random() limit 1
        """;

    private const string Count = """
        select count(*) filter (where r.kind = 'finish'), count(distinct r.trial) filter (where r.kind = 'finish'),
            (select count(*) from hypermax.trial t where t.study = s.id and t.state = 'complete'),
            (select count(*) from hypermax.trial t where t.study = s.id and t.attempt > 0)
        from hypermax.study s join hypermax.record r on r.study = s.id where s.name = $1 group by s.id
        """;

    public static ChaosResult Run(string address, string study, ChaosPlan plan)
    {
        new PostgresStore(address, study).Dispose();
        using NpgsqlConnection connection = PostgresAddress.Parse(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?")
            + "application_name=chaos").Connect();
        Random random = new(plan.Seed);
        Queue<int> moments = new(Enumerable.Range(0, plan.Kills).Select(_ => random.Next(plan.Trials)).Order());
        long began = Stopwatch.GetTimestamp();
        List<Team> gone = [];
        Team[] teams = [.. Enumerable.Range(0, Math.Max(1, plan.Workers / plan.TeamSize)).Select(_ => StartOne(address, study, plan))];
        (int processes, int connections) = (0, 0);
        while (moments.TryPeek(out int moment) && !teams.All(team => team.HasEnded))
        {
            if (teams.Concat(gone).Sum(team => team.Told.Count) < moment)
            {
                Thread.Sleep(5);
                continue;
            }

            moments.Dequeue();
            if (random.Next(3) == 0)
            {
                using NpgsqlCommand cut = new(CutOne, connection);
                connections += cut.ExecuteScalar() is true ? 1 : 0;
                continue;
            }

            int victim = random.Next(teams.Length);
            processes += teams[victim].HasEnded ? 0 : 1;
            teams[victim].Kill();
            gone.Add(teams[victim]);
            teams[victim] = StartOne(address, study, plan);
        }

        Array.ForEach(teams, team => team.WaitForEnd());
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        int[] told = [.. teams.Concat(gone).SelectMany(team => team.Told)];
        foreach (Team team in teams.Concat(gone))
        {
            team.Dispose();
        }

        return Judge(connection, address, study, plan) with
        {
            Processes = processes, Workers = processes * plan.TeamSize, Connections = connections, Seconds = seconds,
            ToldTwice = told.GroupBy(number => number).Count(group => group.Count() > 1), Told = told.Length,
        };
    }

    private static Team StartOne(string address, string study, ChaosPlan plan)
    {
        Team team = Team.Start(address, study, Math.Min(plan.TeamSize, plan.Workers), plan.Trials);
        team.Go();
        return team;
    }

    private static ChaosResult Judge(NpgsqlConnection connection, string address, string study, ChaosPlan plan)
    {
        using NpgsqlCommand command = new(Count, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = study } } };
        using NpgsqlDataReader reader = command.ExecuteReader();
        reader.Read();
        using PostgresStore store = new(address, study);
        return new ChaosResult(plan.Trials, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3))
        {
            HasTheValues = Empty.IsExact(store, plan.Trials),
        };
    }
}
