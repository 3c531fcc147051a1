using Hypermax.Execution.Losses;
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
    public void Open_RefusedStudy_IsAsItWasAndNotLocked()
    {
        byte[] before = File.ReadAllBytes(Path.Combine(_folder, JournalStore.FileName));

        Refused(Begun with { Seed = 5 });

        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_folder, JournalStore.FileName)));
        using Study study = Study.Create(TestSpaces.Mixed, Begun);
    }

    private static StudyMismatchException Refused(StudyOptions options, SearchSpace? space = null) =>
        Assert.Throws<StudyMismatchException>(() => Study.Create(space ?? TestSpaces.Mixed, options));
}
