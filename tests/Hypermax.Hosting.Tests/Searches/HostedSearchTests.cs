using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hypermax.Hosting.Tests.Searches;

public sealed class HostedSearchTests
{
    [Fact]
    public async Task Search_OfTheConfiguration_RunsToItsEndWithItsSettings()
    {
        using TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>("line", (_, p, _) => Task.FromResult(p.X)),
            """
            { "Hypermax": { "Folder": "searches", "Searches": { "Line": {
                "Trials": 12, "Workers": 2, "Method": "evolution", "MethodOptions": { "population": 12, "tournament": 4 }, "Seed": 5 } } } }
            """);

        await host.Running.StartAsync();
        StudyResult result = await host.Search().Completion;

        Assert.Equal((12, StopReason.Trials, HostedSearchState.Finished), (result.Trials.Count, result.Reason, host.Search().State));
        Assert.True(File.Exists(Path.Combine(host.Folder, "searches", "line", "journal.jsonl")));
        Assert.StartsWith("Information Hypermax.Search: Search 'line' begins: evolution, 12 trials", host.Log.Lines[0], StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.Contains("""best""", StringComparison.Ordinal) && line.Contains("{\"X\":", StringComparison.Ordinal));
        Assert.Contains("Search 'line' has ended (Trials) after 12 trials", host.Log.Lines[^1], StringComparison.Ordinal);
        await host.Running.StopAsync();
    }

    [Fact]
    public async Task Search_StoreOfTheConfiguration_KeepsTheStudyUnderItsName()
    {
        using TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>("line", (_, p, _) => Task.FromResult(p.X)),
            """
            { "Hypermax": { "Searches": { "Line": { "Trials": 3, "Method": "random", "Store": "studies", "StoreStudy": "team/{study}" } } } }
            """);

        await host.Running.StartAsync();
        StudyResult result = await host.Search().Completion;

        Assert.Equal(3, result.Trials.Count);
        Assert.True(File.Exists(Path.Combine(host.Folder, "studies", "team", "line", "journal.jsonl")));
        await host.Running.StopAsync();
    }

    [Fact]
    public async Task Search_StoppedWithItsHost_GoesOnAtTheNextStart()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-host-").FullName;
        TaskCompletionSource hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>(
                "line",
                async (_, p, trial) =>
                {
                    if (trial.Number >= 3)
                    {
                        hangs.TrySetResult();
                        await Task.Delay(Timeout.Infinite, trial.Cancellation);
                    }

                    return p.X;
                },
                options => options.Study = options.Study with { Trials = 8, Workers = 2 }),
            folder: folder))
        {
            await host.Running.StartAsync();
            await hangs.Task;
            Assert.Equal(HostedSearchState.Running, host.Search().State);
            Assert.NotNull(host.Search().Study);

            await host.Running.StopAsync();

            Assert.Equal(HostedSearchState.Stopped, host.Search().State);
            Assert.Null(host.Search().Study);
            Assert.Contains(host.Log.Lines, line => line.Contains("stops with its host after", StringComparison.Ordinal));
        }

        using (TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>(
                "line", (_, p, _) => Task.FromResult(p.X), options => options.Study = options.Study with { Trials = 8, Workers = 2 }),
            folder: folder))
        {
            await host.Running.StartAsync();
            StudyResult result = await host.Search().Completion;

            Assert.Equal(8, result.Trials.Count(trial => trial.IsComplete));
            Assert.All(result.Trials, trial => Assert.True(trial.IsComplete && trial.Outcome!.Failure == FailureKind.None));
            Assert.DoesNotContain(host.Log.Lines, line => line.Contains("of which 0 are finished", StringComparison.Ordinal));
            await host.Running.StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Search_WhoseTrialIgnoresItsToken_DoesNotHoldUpTheHost()
    {
        using ManualResetEventSlim free = new();
        TaskCompletionSource hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using TestHost host = new(services => services.AddHypermaxSearch<LineParams>("line", (_, p, _) =>
        {
            hangs.TrySetResult();
            free.Wait(TimeSpan.FromMinutes(1));
            return Task.FromResult(p.X);
        }));
        await host.Running.StartAsync();
        await hangs.Task;

        using CancellationTokenSource shutdown = new(TimeSpan.FromSeconds(30));
        await host.Running.StopAsync(shutdown.Token);

        Assert.False(shutdown.IsCancellationRequested);
        Assert.Equal(HostedSearchState.Stopped, host.Search().State);
        free.Set();
    }

    [Fact]
    public async Task Objective_ThatIsAService_GetsAScopeForEachTrial()
    {
        using TestHost host = new(services => services
            .AddScoped<Scoped>()
            .AddHypermaxSearch<LineParams, ScopedObjective>("line", options => options.Study = options.Study with { Trials = 5 }));
        int before = Scoped.Disposed;

        await host.Running.StartAsync();
        await host.Search().Completion;

        Assert.Equal(5, Scoped.Disposed - before);
        await host.Running.StopAsync();
    }

    [Fact]
    public async Task Search_AsThePurposeOfTheProgram_EndsIt()
    {
        using TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>("line", (_, p, _) => Task.FromResult(p.X)),
            """{ "Hypermax": { "Searches": { "line": { "Trials": 3, "StopHost": true } } } }""");

        HostedSearch search = host.Search();

        await host.Running.RunAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(HostedSearchState.Finished, search.State);
    }

    [Fact]
    public async Task Search_SwitchedOff_DoesNotRun()
    {
        using TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>("line", (_, _, _) => throw new InvalidOperationException()),
            """{ "Hypermax": { "Searches": { "line": { "Enabled": "false" } } } }""");

        await host.Running.StartAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Search().Completion);

        Assert.Equal(HostedSearchState.Disabled, host.Search().State);
        Assert.False(Directory.Exists(Path.Combine(host.Folder, "hypermax")));
        await host.Running.StopAsync();
    }

    [Theory]
    [InlineData(
        """{ "Trials": 0 }""",
        "'Hypermax:Searches:line:Trials' must be a whole number, 1 or above; it is '0'. "
        + "It says how many trials, earlier ones included, the finished study has. Set it for example to 100.")]
    [InlineData("""{ "Trails": 5 }""", "'Hypermax:Searches:line:Trails' is no setting of a search. Did you mean 'Hypermax:Searches:line:Trials'?")]
    [InlineData("""{ "Method": "tpee" }""", "it is 'tpee'")]
    [InlineData("""{ "Enabled": "perhaps" }""", "'Hypermax:Searches:line:Enabled' must be true or false; it is 'perhaps'. It says whether the search runs.")]
    [InlineData("""{ "TrialMemoryMegabytes": 100 }""", "which nobody can see to in the process of the application. Remove it, or add the search with")]
    [InlineData("""{ "TrialSeconds": 5, "TrialSoftSeconds": 9 }""", "Hypermax:Searches:line:TrialSoftSeconds")]
    public async Task Start_SettingThatBreaksItsRule_IsRefused(string section, string message)
    {
        using TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>("line", (_, p, _) => Task.FromResult(p.X)),
            $$"""{ "Hypermax": { "Searches": { "line": {{section}} } } }""");

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.Running.StartAsync());

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(HostedSearchState.Waiting, host.Search().State);
    }

    [Fact]
    public async Task Start_SectionOfASearchThatIsNotThere_IsRefused()
    {
        using TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>("line", (_, p, _) => Task.FromResult(p.X)),
            """{ "Hypermax": { "Searches": { "lime": { "Trials": 5 } } } }""");

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.Running.StartAsync());

        Assert.Equal("'Hypermax:Searches:lime' sets up a search that the application does not have. Did you mean 'line'?", error.Message);
    }

    [Theory]
    [InlineData("\"Foldr\": \"x\"", "'Hypermax:Foldr' is no key of 'Hypermax'. Did you mean 'Folder'?")]
    [InlineData("\"Search\": { \"line\": { \"Trials\": 5 } }", "'Hypermax:Search' is no key of 'Hypermax'. Did you mean 'Searches'?")]
    [InlineData("\"Trials\": 5", "'Hypermax:Trials' is no key of 'Hypermax', which has Folder and Searches; what is set of a search stands in "
        + "'Hypermax:Searches:NAME'. Move it there, or remove it.")]
    public async Task Start_KeyThatNobodyReads_IsRefused(string key, string sentence)
    {
        using TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>("line", (_, p, _) => Task.FromResult(p.X)), $$"""{ "Hypermax": { {{key}} } }""");

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.Running.StartAsync());

        Assert.Equal(sentence, error.Message);
    }

    [Fact]
    public async Task Start_SectionOfTheApplicationBesideOurs_IsItsOwn()
    {
        using TestHost host = new(
            services => services.AddHypermaxSearch<LineParams>("line", (_, p, _) => Task.FromResult(p.X)),
            """{ "Hypermax": { "Dashboard": { "Path": "/tuning" }, "Searches": { "line": { "Trials": 2 } } } }""");

        await host.Running.StartAsync();

        Assert.Equal(2, (await host.Search().Completion).Trials.Count);
    }

    [Theory]
    [InlineData("line")]
    [InlineData("LINE")]
    [InlineData("a:b")]
    [InlineData(" .")]
    public void AddHypermaxSearch_NameThatCannotBe_IsRefused(string name)
    {
        ServiceCollection services = new();
        services.AddHypermaxSearch<LineParams>("line", (_, p, _) => Task.FromResult(p.X));

        Assert.Throws<ArgumentException>(() => services.AddHypermaxSearch<LineParams>(name, (_, p, _) => Task.FromResult(p.X)));
    }

    [Fact]
    public async Task Search_WhoseFolderHoldsAnotherStudy_EndsTheHostAndSaysWhy()
    {
        using TestHost host = new(services => services.AddHypermaxSearch<LineParams>(
            "line", (_, p, _) => Task.FromResult(p.X), options => options.Study = options.Study with { Seed = 2 }));
        using (Study other = Study.Create<LineParams>(new StudyOptions { Name = "line", Seed = 1, Folder = Path.Combine(host.Folder, "hypermax", "line") }))
        {
            other.Tell(other.Ask()!, 1);
        }

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await host.Running.StartAsync();
            await host.Running.WaitForShutdownAsync().WaitAsync(TimeSpan.FromMinutes(1));
            await host.Search().Completion;
        });

        Assert.Equal(HostedSearchState.Failed, host.Search().State);
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error Hypermax.Search: Search 'line' was ended by an error", StringComparison.Ordinal));
    }

    private sealed class Scoped : IDisposable
    {
        private static int _disposed;

        public static int Disposed => _disposed;

        public void Dispose() => Interlocked.Increment(ref _disposed);
    }

    private sealed class ScopedObjective(Scoped scoped) : ISearchObjective<LineParams>
    {
        public Task<double> EvaluateAsync(LineParams parameters, TrialContext trial)
        {
            Assert.NotNull(scoped);
            return Task.FromResult(parameters.X);
        }
    }
}
