using Hypermax.PackageTests.Sandboxes;
using Hypermax.TestSupport;

namespace Hypermax.PackageTests;

/// <summary>Builds that keep their studies in a real PostgreSQL server; the projects reference one package, as always.</summary>
[Collection(PackageCollection.Name)]
public sealed class StoreTests(PackageFeed feed)
{
    private const string Secret = "open-sesame";

    [PostgresFact]
    public async Task Story_TwoMachinesOneStore_TuneOneStudyAndGoOnWithIt()
    {
        using PostgresServer server = PostgresServer.Start();
        using Sandbox first = Shop("store-first");
        using Sandbox second = Shop("store-second");
        first.Variables["HYPERTUNE_STORE"] = server.Address;
        second.Variables["HYPERTUNE_STORE"] = server.Address;
        first.Dotnet("build").Succeeded();
        second.Dotnet("build").Succeeded();

        // Both at once: together they have exactly the trials of the study.
        CommandResult[] ended = await Task.WhenAll(
            Task.Run(() => first.Dotnet("build", "-t:Hypertune", "--no-restore", "-p:HypertuneTrials=40")),
            Task.Run(() => second.Dotnet("build", "-t:Hypertune", "--no-restore", "-p:HypertuneTrials=40")));

        Assert.All(ended, end => end.Succeeded().Says("Shop/Cook: 40 trials, best").Says($"trials in {server.Address}, which others may search too"));
        Assert.Equal("40|39|40", server.Sql(
            "select count(*), max(number), count(*) filter (where state = 'complete') from hypermax.trials where study = 'Shop/Cook'"));
        Assert.All([first, second], sandbox => Assert.All(
            ["Cook.hypertune.json", "artifacts/hypertune/Cook/report.html", "artifacts/hypertune/Cook/results.csv", "artifacts/hypertune/Cook/store.json"],
            file => Assert.True(sandbox.Has(file), file)));
        Assert.False(first.Has("artifacts/hypertune/Cook/journal.jsonl"));
        Assert.Equal(41, File.ReadLines(first.PathOf("artifacts/hypertune/Cook/results.csv")).Count());

        // Up to date like a folder, and going on for more trials, with the values as code.
        first.Dotnet("build", "-t:Hypertune", "--no-restore", "-p:HypertuneTrials=40", "-bl:again.binlog").Succeeded().Says("(up to date)");
        Assert.True(BinaryLog.WasSkipped(first.PathOf("again.binlog"), "_HypertuneSearch"));
        second.Dotnet("build", "-t:Hypertune", "--no-restore", "-p:HypertuneTrials=45").Succeeded().Says("Shop/Cook: 45 trials, best");
        second.Dotnet("run", "--no-build").Succeeded().Says("size ");

        // Another definition of the study is refused, and offered another name.
        first.Write("Recipe.cs", Sources.Objective.Replace("LogUniform(1, 64)", "LogUniform(1, 65)", StringComparison.Ordinal));
        first.Dotnet("build", "-t:Hypertune", "--no-restore").Failed()
            .Says("HMXB0004").Says("Study 'Shop/Cook' of the store is another one").Says("-p:HypertuneStoreStudy=NAME");
        first.Dotnet("build", "-t:Hypertune", "--no-restore", "-p:HypertuneStoreStudy={project}/{study}@wider").Succeeded()
            .Says("Shop/Cook@wider: 12 trials, best");
        first.Dotnet("build", "-t:Hypertune", "--no-restore", "-p:HypertuneStoreStudy=x", "-p:HypertuneForce=true").Failed()
            .Says("Property 'HypertuneForce' changes trials that others use");
    }

    [PostgresFact]
    public void Tune_Passwords_AreUsedAndStandInNoFile()
    {
        using PostgresServer server = PostgresServer.Start();
        server.RequirePassword("cook", Secret);
        server.Sql("grant create on database test to cook");
        using Sandbox sandbox = Shop("store-password");
        sandbox.Dotnet("build").Succeeded();
        string address = server.AddressOf(PostgresServer.Database, "cook");
        string whole = address.Replace("cook@", $"cook:{Secret}@", StringComparison.Ordinal);
        CommandResult Tune(params string[] more) => sandbox.Dotnet(["build", "-t:Hypertune", "--no-restore", "-v:n", .. more]);

        Tune($"-p:HypertuneStore={address}").Failed().Says("HMXB0007").Says("asks user 'cook' for a password");
        Tune($"-p:HypertuneStore={address.Replace("cook@", "cook:wrong@", StringComparison.Ordinal)}").Failed().Says("does not let user 'cook' in");

        // On the command line it is used and advised against; in the environment used alone. The coordinator gets it by its environment.
        Tune($"-p:HypertuneStore={whole}").Succeeded().Says("Shop/Cook: 12 trials").Says("HMXB0022").SaysNothingOf(Secret);
        sandbox.Variables["HYPERTUNE_STORE"] = whole;
        Tune("-p:HypertuneTrials=14", "-bl").Succeeded().Says("Shop/Cook: 14 trials").SaysNothingOf(Secret).SaysNothingOf("HMXB0022");
        sandbox.Variables.Remove("HYPERTUNE_STORE");
        sandbox.Variables["PGPASSWORD"] = Secret;
        Tune($"-p:HypertuneStore={address}", "-p:HypertuneTrials=16").Succeeded().Says("Shop/Cook: 16 trials").SaysNothingOf(Secret);

        // Neither in obj nor in the folder of the study.
        Assert.All(
            Directory.EnumerateFiles(sandbox.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".binlog", StringComparison.Ordinal)),
            file => Assert.DoesNotContain(Secret, File.ReadAllText(file), StringComparison.Ordinal));
        Assert.False(BinaryLog.WritesInTasks(sandbox.PathOf("msbuild.binlog"), Secret));
        Assert.Equal("0", server.Sql($"select count(*) from hypermax.record where line like '%{Secret}%'"));

        // In a project file it would be committed.
        sandbox.Write("Directory.Build.props", $"<Project><PropertyGroup><HypertuneStore>{whole}</HypertuneStore></PropertyGroup></Project>");
        Tune().Failed().Says("HMXB0001").Says("Property 'HypertuneStore' must hold no password").Says("cook:***@").SaysNothingOf(Secret);
    }

    private Sandbox Shop(string name)
    {
        Sandbox sandbox = new(feed, name);
        sandbox.WriteProject("Shop.csproj", "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Recipe.cs", Sources.Objective);
        sandbox.Write("Program.cs", Sources.Program);
        return sandbox;
    }
}
