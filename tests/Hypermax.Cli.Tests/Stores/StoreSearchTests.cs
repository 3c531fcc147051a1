using System.Text.Json;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.Stores;
using Hypermax.Tests.Config;
using Hypermax.Tests.Workers;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Stores;

/// <summary>Searches whose studies a database keeps: begun, gone on with, shared, looked at, and refused in words.</summary>
public sealed class StoreSearchTests
{
    private const string Secret = "open-sesame";

    [PostgresFact]
    public async Task Search_StoreInTheFile_GoesOnAndItsFolderHasWhatPeopleRead()
    {
        using StoreBench bench = new();
        string folder = bench.PathOf($"results_{TunedFileName.StemOf(bench.Study)}");

        Assert.True(await bench.SearchAsync() == ExitCodes.Done, bench.Said);
        Assert.True(await bench.SearchAsync("HypertuneTrials=6") == ExitCodes.Done, bench.Said);

        Assert.Equal("6", StoreBench.Trials(bench.Study));
        Assert.Contains($"{bench.Study}: 4 of 6 trials in {StoreBench.Server.Address}", bench.Said, StringComparison.Ordinal);
        Assert.Contains("6 trials, best ", bench.Said, StringComparison.Ordinal);
        Assert.All(
            ["results.csv", "best.json", "report.html", "search.json", StoreMark.FileName, "logs"],
            name => Assert.True(Path.Exists(Path.Combine(folder, name)), name));
        Assert.False(File.Exists(Path.Combine(folder, JournalStore.FileName)));
        Assert.Equal(7, File.ReadLines(Path.Combine(folder, "results.csv")).Count());
    }

    [PostgresFact]
    public async Task Verbs_OnTheFolder_ReadTheStudyFromTheDatabase()
    {
        using StoreBench bench = new();
        Assert.True(await bench.RunAsync("study", ("--store", StoreBench.Server.Address), ("--study", bench.Study)) == ExitCodes.Done, bench.Said);
        string folder = bench.PathOf("study");
        File.Delete(Path.Combine(folder, "report.html"));
        File.Delete(Path.Combine(folder, "results.csv"));
        StringWriter said = new();

        Assert.Equal(ExitCodes.Done, BestCommand.Run(folder, "line", 1, "P", choose: null, said, said));
        Assert.Equal(ExitCodes.Done, ReportCommand.Run(folder, ReportCharts.None, isJson: false, said, said));

        Assert.True(JsonDocument.Parse(said.ToString().Split('\n')[0]).RootElement.TryGetProperty("trial", out _), said.ToString());
        Assert.Equal(5, File.ReadLines(Path.Combine(folder, "results.csv")).Count());
        FolderStatus status = FolderStatus.Read(folder, TimeSpan.Zero);
        Assert.Equal((4, null), (status.Counted, status.Owner));
    }

    [PostgresFact]
    public async Task Run_FolderWithoutAName_NamesTheStudyAfterTheFolder()
    {
        using StoreBench bench = new();
        string name = $"f{Guid.NewGuid():N}";

        Assert.True(await bench.RunAsync(name, ("--store", StoreBench.Server.Address)) == ExitCodes.Done, bench.Said);

        Assert.Equal("4", StoreBench.Trials(name));
    }

    [PostgresFact]
    public async Task Run_WithAStoreAndThenWithout_EachHasItsOwnStudy()
    {
        using StoreBench bench = new();
        string folder = bench.PathOf("study");
        Assert.True(await bench.RunAsync("study", ("--store", StoreBench.Server.Address), ("--study", bench.Study)) == ExitCodes.Done, bench.Said);

        Assert.True(await bench.RunAsync("study") == ExitCodes.Done, bench.Said);

        Assert.False(File.Exists(Path.Combine(folder, StoreMark.FileName)));
        Assert.Equal(4, Folders.Read(folder).Trials.Count);
        Assert.True(File.Exists(Path.Combine(folder, JournalStore.FileName)));
    }

    [PostgresFact]
    public async Task Search_SeveralProcessesOnOneStudy_HaveExactlyItsTrials()
    {
        using StoreBench bench = new();
        using SharedBench processes = new("sh -c 'sleep 0.05; echo {x}'", trials: 60);
        string[] store = ["--store", StoreBench.Server.Address, "--study", bench.Study];

        (int Code, string Said)[] ends = await Task.WhenAll(
            SharedBench.EndAsync(processes.StartVerb(["search", "search.json", "one", .. store])),
            SharedBench.EndAsync(processes.StartVerb(["search", "search.json", "two", .. store, "-p", "HypertuneWorkers=2"])),
            SharedBench.EndAsync(processes.StartVerb(["worker", "search.json", .. store])));

        Assert.All(ends, end => Assert.True(end.Code == ExitCodes.Done, end.Said));
        Assert.Equal("60", StoreBench.Trials(bench.Study));
        Assert.Equal("60|59", StoreBench.Server.Sql($"select count(*), max(number) from hypermax.trials where study = '{bench.Study}'"));
        Assert.Equal(61, File.ReadLines(Path.Combine(processes.Folder, "one", "results.csv")).Count());
        Assert.Equal(61, File.ReadLines(Path.Combine(processes.Folder, "two", "results.csv")).Count());
    }

    [PostgresFact]
    public async Task Worker_StoreInTheFile_NeedsNoOption()
    {
        using StoreBench bench = new();
        using SharedBench processes = new("echo {x}", trials: 1);
        File.Copy(bench.PathOf("search.json"), Path.Combine(processes.Folder, "search.json"), overwrite: true);

        (int code, string said) = await SharedBench.EndAsync(processes.StartVerb("worker", "search.json"));

        Assert.True(code == ExitCodes.Done, said);
        Assert.Equal("4", StoreBench.Trials(bench.Study));
        Assert.Contains($"in {StoreBench.Server.Address} (study '{bench.Study}')", said, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Run_PasswordOnTheCommandLine_IsUsedToldOfAndKeptNowhere()
    {
        using StoreBench bench = new();
        string user = $"u{Guid.NewGuid():N}";
        StoreBench.Server.RequirePassword(user, Secret);
        Hypermax.Db.DbVerbs.Migrate(StoreBench.Server.Address, isJson: false, TextWriter.Null);
        StoreBench.Server.Sql($"grant usage on schema hypermax to {user}; grant select, insert, update on all tables in schema hypermax to {user}; "
            + $"grant usage on all sequences in schema hypermax to {user}");
        string address = StoreBench.Server.Address.Replace("tester@", $"{user}:{Secret}@", StringComparison.Ordinal);

        Assert.True(await bench.RunAsync("study", ("--store", address), ("--study", bench.Study)) == ExitCodes.Done, bench.Said);

        Assert.Contains("Option '--store' holds a password, which everybody on this machine can read", bench.Said, StringComparison.Ordinal);
        Assert.Contains($"{user}:***@", bench.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, bench.Said, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Secret, File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Equal("0", StoreBench.Server.Sql($"select count(*) from hypermax.record where line like '%{Secret}%'"));
    }

    [PostgresFact]
    public async Task Run_WhatMakesNoSenseInAStore_IsRefused()
    {
        (string, string) store = ("--store", StoreBench.Server.Address);
        await FailsAsync(ExitCodes.Usage, "must be a name of parts", store, ("--study", "../x"));
        await FailsAsync(ExitCodes.Usage, "names a study of a store, and there is no store", ("--study", "any"));
        await FailsAsync(ExitCodes.Usage, "'gopher://' is no kind of store", ("--store", "gopher://ann:secret@x"));
        await FailsAsync(ExitCodes.Usage, "the key 'nonsense', which is not known", ("--store", StoreBench.Server.Address + "?nonsense=1"));
        await FailsAsync(ExitCodes.Environment, "has no database 'nowhere'", ("--store", StoreBench.Server.AddressOf("nowhere")));
        await FailsAsync(ExitCodes.Environment, "127.0.0.1:1 cannot be reached", ("--store", "postgres://ann:secret@127.0.0.1:1/x"));

        async Task FailsAsync(int code, string expected, params (string Option, string Value)[] options)
        {
            using StoreBench other = new();
            int ended = await other.RunAsync("study", options);
            Assert.Contains(expected, other.Said, StringComparison.Ordinal);
            Assert.Equal(code, ended);
            Assert.DoesNotContain("secret", other.Said, StringComparison.Ordinal);
        }
    }

    [PostgresFact]
    public async Task Search_StudyOfAnotherSpaceAndWhatOthersUse_AreRefusedWithWhatGoesOn()
    {
        using StoreBench bench = new();
        Assert.True(await bench.SearchAsync() == ExitCodes.Done, bench.Said);
        Assert.Equal(ExitCodes.Conflict, await bench.SearchAsync("HypertuneLoss=2*value"));
        Assert.Contains($"HMXB0015: Study '{bench.Study}' of the store is another one: loss", bench.Said, StringComparison.Ordinal);
        bench.Write(new { method = "random", iterations = 4, store = StoreBench.Server.Address, study = bench.Study }, high: 2);

        Assert.Equal(ExitCodes.Conflict, await bench.SearchAsync());
        Assert.Equal(ExitCodes.Usage, await bench.SearchAsync("HypertuneForce=true"));
        Assert.Equal(ExitCodes.Usage, await bench.SearchAsync("HypertuneSpaceChange=migrate"));

        Assert.Contains($"HMXB0004: Study '{bench.Study}' of the store is another one: space", bench.Said, StringComparison.Ordinal);
        Assert.Contains("begin another study with --study NAME", bench.Said, StringComparison.Ordinal);
        Assert.Contains("Property 'HypertuneForce' changes trials that others use", bench.Said, StringComparison.Ordinal);
        Assert.Contains("Property 'HypertuneSpaceChange' changes trials that others use", bench.Said, StringComparison.Ordinal);
        Assert.Equal("4", StoreBench.Trials(bench.Study));
    }

    [Fact]
    public async Task Search_PasswordInTheFile_IsRefusedAndShownNowhere()
    {
        using TemporaryConfig file = new("""
            {"hyperparameters": {"type": "object", "properties": {"x": {"type": "number", "min": 0, "max": 1}}},
             "function": {"type": "command", "command": "echo {x}"},
             "search": {"store": "postgres://ann:open-sesame@127.0.0.1:1/x", "study": "a"}}
            """);
        StringWriter said = new();

        int code = await new FileSearch(
            new FileSearchOptions { File = file.Path }, new SearchLines(said, isForBuild: false), said, TimeProvider.System).RunAsync(default);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("'search.store' must hold no password", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("HYPERTUNE_STORE", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_StoreWithoutAStudy_AsksForItsName()
    {
        using TemporaryConfig file = new("""{"search": {"store": "postgres://127.0.0.1:1/x"}}""");

        Assert.Contains(
            ConfigCheck.Read(file.Path, []).Faults.All, fault => fault.Text.Contains("nobody said which. Name it with --study NAME", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Mark_OfANewerVersionOrDamaged_SaysSo()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-mark-").FullName;
        string path = Path.Combine(folder, StoreMark.FileName);
        Assert.Null(StoreMark.Read(folder));
        File.WriteAllText(path, """{"format":99,"store":"postgres://x/y","study":"a"}""");
        Assert.Contains("newer version", Assert.Throws<JournalFormatException>(() => StoreMark.Read(folder)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "{");
        Assert.Contains("says nothing of a store", Assert.Throws<JournalFormatException>(() => StoreMark.Read(folder)).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
