using System.Text.Json;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Stores;

/// <summary>A folder with a space and a configuration, and searches of it in a database.</summary>
internal sealed class StoreBench : IDisposable
{
    private static readonly Lazy<PostgresServer> Started = new(() => PostgresServer.Start());

    private readonly StringWriter _said = new();

    public StoreBench() => Write(new { method = "random", iterations = 4, store = Server.Address, study = Study });

    /// <summary>Gets the server of all tests that leave it as it is.</summary>
    public static PostgresServer Server => Started.Value;

    public string Folder { get; } = Directory.CreateTempSubdirectory("hypermax-store-").FullName;

    /// <summary>Gets a name that no other study has.</summary>
    public string Study { get; } = $"bench/{Guid.NewGuid():N}";

    /// <summary>Gets all that the searches said.</summary>
    public string Said => _said.ToString();

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes the configuration.</summary>
    public void Write(object search, double high = 1) => File.WriteAllText(PathOf("search.json"), JsonSerializer.Serialize(new
    {
        hyperparameters = new { type = "object", properties = new { x = new { type = "number", min = 0, max = high } } },
        function = new { type = "command", command = "echo {x}" },
        results = new { directory = PathOf("results") },
        search,
    }));

    /// <summary>Runs the search of the configuration.</summary>
    public Task<int> SearchAsync(params string[] properties) => SearchAsync(new FileSearchOptions { File = PathOf("search.json"), Properties = properties });

    public Task<int> SearchAsync(FileSearchOptions options) =>
        new FileSearch(options, new SearchLines(_said, isForBuild: false), _said, TimeProvider.System).RunAsync(CancellationToken.None);

    /// <summary>Runs <c>hypermax run</c>.</summary>
    public Task<int> RunAsync(string folder, params (string Option, string Value)[] shortcuts)
    {
        File.WriteAllText(PathOf("space.json"), """{"params":[{"name":"x","type":"float","low":0,"high":1}]}""");
        RunOptions options = new()
        {
            Space = PathOf("space.json"),
            Folder = PathOf(folder),
            Shortcuts = [new("--command", "echo {x}"), .. shortcuts.Select(shortcut => KeyValuePair.Create(shortcut.Option, shortcut.Value))],
            Properties = ["HypertuneTrials=4", "HypertuneMethod=random", "HypertuneTrialSeconds=60"],
        };
        return new ProgramSearch(options.Read, new SearchLines(_said, isForBuild: false), TimeProvider.System).RunAsync(CancellationToken.None);
    }

    public static string Trials(string study) => Server.Sql($"select count(*) from hypermax.trials where study = '{study}' and state = 'complete'");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
