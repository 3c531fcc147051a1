using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Tests.Search;

public sealed class WarmStartTests : IDisposable
{
    private static readonly SearchSpace Space = new("Space", [new NumericParameter("X", Law.Uniform, 0, 1)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_FolderOfAWiderStudy_TrialsWithAMeaningAreAdded()
    {
        SearchSpace wider = new("Old", [new NumericParameter("X", Law.Uniform, 0, 2)]);
        using (Study old = Study.Create(wider, new StudyOptions { Folder = _folder, TryDefaults = false }))
        {
            old.Add([0.25], TrialOutcome.Of(1));
            old.Add([1.5], TrialOutcome.Of(0));
        }

        using Study study = Study.Create(Space);
        string said = WarmStart.Read(From(_folder), Space, Direction.Minimize)!.Into(study);

        Assert.StartsWith("begins with 1 of the 2 trials", said);
        Assert.Equal(0.25, Assert.Single(study.Trials).Point[0]);
    }

    [Fact]
    public void Read_Table_RowsAreAdded()
    {
        string table = Path.Combine(_folder, "old.csv");
        File.WriteAllText(table, "X,loss\n0.1,3\n0.2,2\n");

        using Study study = Study.Create(Space);
        WarmStart.Read(From(table), Space, Direction.Minimize)!.Into(study);

        Assert.Equal([3, 2], study.Trials.Select(trial => trial.Value));
        Assert.All(study.Trials, trial => Assert.True(trial.IsAdded));
    }

    [Fact]
    public void Read_OtherDirectionOrNothingThere_SaysSo()
    {
        using (Study.Create(Space, new StudyOptions { Folder = _folder, Direction = Direction.Maximize }))
        {
            // Begun, and that is all.
        }

        Assert.Contains("whose direction is Maximize", Assert.Throws<FormatException>(() => WarmStart.Read(From(_folder), Space, Direction.Minimize)).Message);
        SettingSet none = From(Path.Combine(_folder, "none"));
        Assert.Contains("does not exist", Assert.Throws<FormatException>(() => WarmStart.Read(none, Space, Direction.Minimize)).Message);
    }

    private static SettingSet From(string source) => SettingSet.Empty.With(StudySettings.WarmStart, source, SettingSource.Property);
}
