using System.Reflection;
using System.Text.Json;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.SearchFile;

/// <summary>A configuration may name the objective of a built assembly.</summary>
public sealed class DotnetSearchTests : IDisposable
{
    private static readonly string Assembly =
        typeof(DotnetSearchTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ChaosAssembly").Value!;

    private readonly TemporaryConfig _file = new("{}");
    private readonly StringWriter _errors = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Search_Objective_RunsInWorkersAndGoesOn()
    {
        Write("Echo", trials: 3);
        Assert.Equal(ExitCodes.Done, await RunAsync());
        Write("Echo", trials: 5);

        Assert.Equal(ExitCodes.Done, await RunAsync());

        JournalSnapshot study = JournalSnapshot.Read(Path.Combine(_file.Folder, "results_0"));
        Assert.Equal(5, study.Trials.Count);
        Assert.Equal(["rate", "depth", "kind", "kind.extra"], study.Header!.Space.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("random", study.Header.Method);
        Assert.Equal(Direction.Maximize, study.Header.Directions[0]);
        Assert.Empty(_errors.ToString());
    }

    [Theory]
    [InlineData("Ecko", "Did you mean 'Echo'?")]
    [InlineData(null, "'function.objective' names none")]
    public async Task Search_NoSuchObjective_SaysWhichThereAre(string? name, string expected)
    {
        Write(name, trials: 1);

        Assert.Equal(ExitCodes.Usage, await RunAsync());

        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_file.Folder, "results_0")));
    }

    [Fact]
    public async Task Search_NoSuchAssembly_SaysSo()
    {
        Write("Echo", trials: 1, assembly: "bin/Nothing.dll");

        Assert.Equal(ExitCodes.Usage, await RunAsync());

        Assert.Contains("Nothing.dll' does not exist", _errors.ToString(), StringComparison.Ordinal);
    }

    private void Write(string? objective, int trials, string? assembly = null) => _file.Add(
        "search.json",
        JsonSerializer.Serialize(new
        {
            function = new { type = "dotnet", assembly = assembly ?? Assembly, objective, parallel = 2 },
            search = new { method = "random", iterations = trials },
            // What the attribute says, but for this.
            settings = new { target = "none", patience = "none", timeout = "none", loss = "value" },
            results = new { directory = Path.Combine(_file.Folder, "results"), graphs = false },
        }));

    private Task<int> RunAsync()
    {
        SearchLines lines = new(new StringWriter(), isForBuild: false, _errors);
        return new FileSearch(new FileSearchOptions { File = _file.Path }, lines, _errors, TimeProvider.System).RunAsync(CancellationToken.None);
    }
}
