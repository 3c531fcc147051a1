using Hypermax.Execution.Losses;
using Hypermax.Sampling;
using Hypermax.Sampling.Tpe;
using Hypermax.Settings;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Studies;

/// <summary>What a study is, compared whenever one is opened.</summary>
public sealed class StudyIdentityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-identity-").FullName;

    public StudyIdentityTests()
    {
        using Study study = Study.Create(TestSpaces.Mixed, Begun);
        study.Tell(study.Ask()!, 1);
    }

    public static TheoryData<string> Identifying => [.. Changes.Keys];

    private static Dictionary<string, Func<StudyOptions, StudyOptions>> Changes { get; } = new(StringComparer.Ordinal)
    {
        ["direction"] = options => options with { Direction = Direction.Maximize },
        ["loss"] = options => options with { Loss = LossOptions.Parse("2*value") },
        ["seed"] = options => options with { Seed = 12 },
        ["order"] = options => options with { Order = ProposalOrder.Arrival },
        ["lag"] = options => options with { Lag = 7 },
        ["method"] = options => options with { Method = "sobol" },
        ["name"] = options => options with { Name = "other" },
    };

    private StudyOptions Begun => new() { Folder = _folder, Name = "study", Method = "random", Seed = 11, Workers = 2, Lag = 2 };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Identifying))]
    public void Open_OneThatIdentifiesTheStudyDiffers_RefusedByName(string name)
    {
        StudyMismatchException error = Refused(Changes[name](Begun));

        StudyDifference difference = Assert.Single(error.Differences);
        Assert.Equal(name, difference.Name);
        Assert.NotEqual(difference.Recorded, difference.Asked);
        Assert.Contains($"{name} is recorded as {difference.Recorded}, but {difference.Asked} is asked for", error.Message);
    }

    [Fact]
    public void Open_EverythingDiffers_OneRefusalWithTheWholeList()
    {
        StudyOptions other = Changes.Values.Aggregate(Begun with { Order = ProposalOrder.Repeatable }, (options, change) => change(options));

        StudyMismatchException error = Refused(other, new SearchSpace("mixed", [new NumericParameter("rate", Law.Uniform, 0, 1)]));

        Assert.Equal(["space", "direction", "loss", "seed", "order", "method", "name"], error.Differences.Select(difference => difference.Name));
        Assert.NotEmpty(error.Changes);
    }

    [Fact]
    public void Open_HowItIsSearchedDiffers_GoesOn()
    {
        StudyOptions other = Begun with
        {
            Name = null,
            Lag = null,
            Workers = 8,
            Trials = 5,
            Timeout = TimeSpan.FromMinutes(1),
            Target = 0.5,
            Patience = 3,
            StopAtNoise = true,
            OrphanRetries = 1,
            Retry = new RetryPolicy(2),
            TryDefaults = false,
        };

        using Study study = Study.Create(TestSpaces.Mixed, other);

        Assert.Single(study.Trials);
        Assert.Empty(study.Changes);
    }

    [Fact]
    public void Open_OtherMethodAccepted_GoesOnAndIsTheStudysMethodFromThenOn()
    {
        using (Study study = Study.Create(TestSpaces.Mixed, Begun with { Method = "sobol", MethodChange = MethodChangeAnswer.Accept }))
        {
            Assert.Equal("sobol", study.Header.Method);
            study.Tell(study.Ask()!, 2);
            Assert.Equal(1, Assert.Single(study.Changes).FromTrial);
        }

        Refused(Begun);
        using Study again = Study.Create(TestSpaces.Mixed, Begun with { Method = "sobol" });
        Assert.Equal(2, again.Trials.Count);
    }

    [Fact]
    public void Open_NothingSaid_IsAsRecorded()
    {
        string folder = Path.Combine(_folder, "arrival");
        StudyOptions begun = new() { Folder = folder, Method = "grid", MethodOptions = Levels("3"), Seed = 11, Order = ProposalOrder.Arrival };
        using (Study study = Study.Create(TestSpaces.Mixed, begun))
        {
            study.Tell(study.Ask()!, 1);
        }

        using Study again = Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = folder });

        Assert.Equal(("grid", "levels=3", 11, ProposalOrder.Arrival), (again.Header.Method, again.Header.MethodOptions, again.Header.Seed, again.Header.Order));
        Assert.Empty(again.Changes);
        using Study whole = Study.Create(TestSpaces.Mixed, begun with { Folder = null });
        whole.Tell(whole.Ask()!, 1);
        Assert.Equal(whole.Ask()!.Point, again.Ask()!.Point);
    }

    [Fact]
    public void Open_OtherOptionsOfTheMethod_RefusedUnlessAcceptedAndThenRecorded()
    {
        string folder = Path.Combine(_folder, "grid");
        StudyOptions begun = new() { Folder = folder, Method = "grid", MethodOptions = Levels("3") };
        using (Study study = Study.Create(TestSpaces.Mixed, begun))
        {
            study.Tell(study.Ask()!, 1);
        }

        StudyOptions other = begun with { MethodOptions = Levels("4") };

        StudyDifference difference = Assert.Single(Refused(other).Differences);
        Assert.Equal(("method options", "'levels=3'", "'levels=4'"), (difference.Name, difference.Recorded, difference.Asked));
        using (Study study = Study.Create(TestSpaces.Mixed, other with { MethodChange = MethodChangeAnswer.Accept }))
        {
            StudyChange change = Assert.Single(study.Changes);
            Assert.Equal((1, (string?)null, "levels=4"), (change.FromTrial, change.Method, change.MethodOptions));
        }

        Refused(begun);
        using Study again = Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = folder });
        Assert.Equal("levels=4", again.Header.MethodOptions);
    }

    [Fact]
    public void Open_TheSameOptionsInAnotherForm_GoesOn()
    {
        string folder = Path.Combine(_folder, "tpe");
        StudyOptions begun = new() { Folder = folder, Method = "tpe", MethodOptions = new Dictionary<string, string> { ["preset"] = "hyperopt" } };
        Study.Create(TestSpaces.Mixed, begun).Dispose();

        using (Study code = Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = folder, Sampler = new TpeSampler(TpeOptions.Hyperopt) }))
        {
            Assert.Empty(code.Changes);
        }

        Refused(new StudyOptions { Folder = folder, Sampler = new TpeSampler() });
        using Study plain = Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = folder });
        Assert.Equal(TpeOptions.Hyperopt, TpeLedger.Options.Read(new TpeOptions(), MethodOptions.Read(plain.Header.MethodOptions!), new Violations()));
    }

    [Fact]
    public void Open_OtherMethod_BringsItsOwnOptions()
    {
        StudyOptions grid = Begun with { Method = "grid", MethodOptions = Levels("4"), MethodChange = MethodChangeAnswer.Accept };
        using (Study study = Study.Create(TestSpaces.Mixed, grid))
        {
            Assert.Equal(("grid", "levels=4"), (study.Header.Method, study.Header.MethodOptions));
        }

        using Study back = Study.Create(TestSpaces.Mixed, Begun with { MethodChange = MethodChangeAnswer.Accept });
        Assert.Equal(("random", string.Empty), (back.Header.Method, back.Header.MethodOptions));
        Assert.Equal(2, back.Changes.Count);
    }

    [Fact]
    public void Open_SamplerOfSomebodysOwnMissing_IsRefused()
    {
        string folder = Path.Combine(_folder, "own");
        using (Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = folder, Sampler = new Own() }))
        {
            Assert.Null(study.Header.MethodOptions);
        }

        Assert.Equal("'mine'", Assert.Single(Refused(new StudyOptions { Folder = folder }).Differences).Recorded);
        using Study again = Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = folder, Sampler = new Own() });
        Assert.Empty(again.Changes);
    }

    [Fact]
    public void Open_LagAskedForInArrivalOrder_IsRefused()
    {
        string folder = Path.Combine(_folder, "arrival");
        Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = folder, Order = ProposalOrder.Arrival }).Dispose();

        Assert.Equal("order", Assert.Single(Refused(new StudyOptions { Folder = folder, Lag = 4 }).Differences).Name);
    }

    [Fact]
    public void Open_RefusedStudy_IsAsItWasAndNotLocked()
    {
        byte[] before = File.ReadAllBytes(Path.Combine(_folder, JournalStore.FileName));

        Refused(Begun with { Seed = 5 });

        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_folder, JournalStore.FileName)));
        using Study study = Study.Create(TestSpaces.Mixed, Begun);
    }

    private static Dictionary<string, string> Levels(string levels) => new() { ["levels"] = levels };

    private static StudyMismatchException Refused(StudyOptions options, SearchSpace? space = null) =>
        Assert.Throws<StudyMismatchException>(() => Study.Create(space ?? TestSpaces.Mixed, options));

    private sealed class Own : ISampler
    {
        public string Name => "mine";

        public Proposal Propose(SamplerContext context) => Samplers.Create("random").Propose(context);
    }
}
