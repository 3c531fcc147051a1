using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>A connection that is cut while its worker neither asks nor tells, as a firewall does with one that is still for long.</summary>
public sealed class CutConnectionTests
{
    private static readonly PostgresOptions Hasty = new() { Lease = TimeSpan.FromSeconds(1) };

    [PostgresFact]
    public void Beat_ConnectionWasCut_SignsAreGivenOverANewOne()
    {
        string name = Servers.NextName("cut");
        using PostgresStore store = new(AddressOf(name), name, Hasty);
        using Study study = Study.Create(Searches.Space, Searches.Options(5, store));
        Trial trial = study.Ask()!;

        Cut(name);

        AwaitSign(name);
        study.Tell(trial, Searches.Value(trial.Point));
        Assert.Equal("complete", Servers.Shared.Sql($"select state from hypermax.trials where study = '{name}'"));
    }

    [PostgresFact]
    public void Dispose_ConnectionWasCut_SaysThatTheWorkerLeaves()
    {
        string name = Servers.NextName("cut");
        using (PostgresStore store = new(AddressOf(name), name, Hasty))
        {
            using Study study = Study.Create(Searches.Space, Searches.Options(5, store));
            study.Ask();
            Cut(name);
            AwaitSign(name);
        }

        Assert.Equal("t", Servers.Shared.Sql($"select ended is not null from hypermax.worker where {IsOf(name)}"));
    }

    private static string AddressOf(string name) => $"{Servers.Shared.Address}?application_name={Uri.EscapeDataString(name)}";

    private static string IsOf(string name) => $"study = (select id from hypermax.study where name = '{name}')";

    private static void Cut(string name) =>
        Servers.Shared.Sql($"select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = '{name}'");

    // Of a sign that was under way before there may be one more; a second one came over a new connection.
    private static void AwaitSign(string name)
    {
        HashSet<string> signs = [];
        for (int look = 0; look < 200 && signs.Count < 4; look++)
        {
            signs.Add(Servers.Shared.Sql($"select seen from hypermax.worker where {IsOf(name)}"));
            Thread.Sleep(50);
        }

        Assert.True(signs.Count >= 4, "no sign of life is given any more");
    }
}
