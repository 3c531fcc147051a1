using System.Diagnostics;
using Hypermax.Chaos.Cases;

namespace Hypermax.Tests.Studies;

public class KilledSearchTests
{
    // The program compares the tables itself and says what differs; `kills 50` of the same program is the long version.
    [Fact]
    public async Task Search_SearchAndWorkersKilledAtRandom_EndsWithTheTableOfAnUndisturbedOne()
    {
        ProcessStartInfo start = new(Built.ChaosTable, ["kills", "5", "25"]) { RedirectStandardOutput = true, RedirectStandardError = true };

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, output + await error);
        Assert.Contains("5 kills, rows that differ 0, survivors 0", output, StringComparison.Ordinal);
    }
}
