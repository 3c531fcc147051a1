using System.Diagnostics;
using Hypermax.Run;
using Hypermax.Search;

namespace Hypermax.Tests.Search;

public sealed class OpenFilesTests
{
    [Theory]
    [InlineData(64, 8, true)]
    [InlineData(200, 8, true)]
    [InlineData(224, 8, false)]
    [InlineData(1024, 64, false)]
    [InlineData(long.MaxValue, 1000, false)]
    public void Problem_LimitBelowTheNeed_SaysWhatToRaise(long limit, int workers, bool expected)
    {
        string? problem = OpenFiles.Problem(limit, workers);

        Assert.Equal(expected, problem is not null);
        Assert.True(problem is null || problem.Contains("ulimit -n 1024", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_WithEightyFilesAndEightWorkers_OneMessage()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string folder = Directory.CreateTempSubdirectory("hypermax-files-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "space.json"), """{"params":[{"name":"x","type":"float","low":0,"high":1}]}""");
            string command = $"ulimit -n 80; exec dotnet '{typeof(ProgramSearch).Assembly.Location}' run --space space.json -o study --command 'echo 1' -p "
                + "HypertuneTrials=16 -p HypertuneWorkers=8";
            using Process search = Process.Start(
                new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
            Task<string> output = search.StandardOutput.ReadToEndAsync();
            string errors = await search.StandardError.ReadToEndAsync();
            await search.WaitForExitAsync();

            Assert.True(search.ExitCode == ExitCodes.Environment, errors + await output);
            Assert.Contains("may have 80 files open", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
