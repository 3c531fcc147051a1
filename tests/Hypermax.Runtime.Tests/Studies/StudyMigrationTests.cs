using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Studies;

public sealed class StudyMigrationTests : IDisposable
{
    private static readonly SearchSpace Before = new("s", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);
    private static readonly SearchSpace After = new(
        "s", [new NumericParameter("x", Law.Uniform, 0, 0.5), new NumericParameter("y", Law.Uniform, 0, 1), new NumericParameter("z", Law.Uniform, 0, 2)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-migration-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Create_ChangedSpace_FailsNamingTheChanges()
    {
        Fill(20);

        StudyMismatchException error = Assert.Throws<StudyMismatchException>(() => Open(After, SpaceChangePolicy.Fail));

        Assert.Contains("'x' was narrowed from [0, 1] to [0, 0.5]; 'z' was added", error.Message);
    }

    [Fact]
    public void Create_Migrate_KeepsWhatFitsAndArchivesTheRest()
    {
        IReadOnlyList<TrialRecord> old = Fill(20);
        int inside = old.Count(trial => trial.Point[0] <= 0.5);

        using (Study study = Open(After, SpaceChangePolicy.Migrate))
        {
            Assert.Equal((inside, 20 - inside), (study.Migration!.Kept, study.Migration.SetAside));
            Assert.Equal(Enumerable.Range(0, inside), study.Trials.Select(trial => trial.Number));
            Assert.Equal(old.Where(trial => trial.Point[0] <= 0.5).Select(trial => trial.Value), study.Trials.Select(trial => trial.Value));
            Assert.All(study.Trials, trial => Assert.Equal(1, trial.Point[2]));
            Assert.True(File.Exists(Path.Combine(_folder, study.Migration.Archive)));
            study.Tell(study.Ask()!, 0.5);
        }

        using Study again = Open(After, SpaceChangePolicy.Fail);
        Assert.Equal(inside + 1, again.Trials.Count);
        Assert.Null(again.Migration);
    }

    [Fact]
    public void Create_Fresh_BeginsAtZeroAndKeepsTheOldJournal()
    {
        Fill(5);

        using Study study = Open(After, SpaceChangePolicy.Fresh);

        Assert.Empty(study.Trials);
        Assert.Equal(5, File.ReadLines(Path.Combine(_folder, study.Migration!.Archive)).Count(line => line.Contains("\"type\":\"finish\"")));
    }

    [Fact]
    public void Create_UnchangedSpaceWithMigrate_NothingHappens()
    {
        Fill(5);

        using Study study = Open(Before, SpaceChangePolicy.Migrate);

        Assert.Null(study.Migration);
        Assert.Equal(5, study.Trials.Count);
        Assert.Equal([JournalStore.FileName], Directory.GetFiles(_folder, "*.jsonl").Select(Path.GetFileName));
    }

    private Study Open(SearchSpace space, SpaceChangePolicy answer) =>
        Study.Create(space, new StudyOptions { Folder = _folder, Method = "random", Seed = 4, SpaceChange = answer });

    private IReadOnlyList<TrialRecord> Fill(int trials)
    {
        using Study study = Open(Before, SpaceChangePolicy.Fail);
        for (int i = 0; i < trials; i++)
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, trial.Point[0] - trial.Point[1]);
        }

        return study.Trials;
    }
}
