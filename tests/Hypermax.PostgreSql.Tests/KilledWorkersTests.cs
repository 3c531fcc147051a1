using Hypermax.PostgresBench;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>Worker processes that are killed at any moment, also within a turn, while backends of the server are cut.</summary>
public sealed class KilledWorkersTests
{
    [PostgresFact]
    public void Run_WorkersOfFourProcesses_TheStudyHasExactlyItsTrialsAndNoneTwice()
    {
        ChaosResult result = Chaos.Run(Servers.Shared.AddressOf(NewDatabase()), "chaos", new ChaosPlan(Workers: 8, Trials: 300, Kills: 8) { TeamSize = 2 });

        Assert.True(result.IsExact, result.ToString());
        Assert.True(result.Processes > 0 && result.Connections > 0, result.ToString());
    }

    // Backends of any study of the database are cut.
    private static string NewDatabase()
    {
        Servers.Shared.Sql("create database killed");
        return "killed";
    }
}
