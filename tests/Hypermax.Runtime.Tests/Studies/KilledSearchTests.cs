using System.Diagnostics;
using Hypermax.Chaos.Cases;

namespace Hypermax.Tests.Studies;

public class KilledSearchTests
{
    // The program compares the tables itself and says what differs; `kills 50` of the same program is the long version.
    [Theory]
    [InlineData("5", "25")]
    [InlineData("3", "15", "1", "abh")]
    [InlineData("3", "15", "2", "stages")]
    public async Task Search_SearchAndWorkersKilledAtRandom_EndsWithTheTableOfAnUndisturbedOne(string kills, params string[] others)
    {
        ProcessStartInfo start = new(Built.ChaosTable, ["kills", kills, .. others]) { RedirectStandardOutput = true, RedirectStandardError = true };

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, output + await error);
        Assert.Contains($"{kills} kills, rows that differ 0, survivors 0", output, StringComparison.Ordinal);
    }
}
