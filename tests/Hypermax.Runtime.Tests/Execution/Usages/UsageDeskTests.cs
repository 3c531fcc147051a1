using Hypermax.Execution.Usages;

namespace Hypermax.Tests.Execution.Usages;

public sealed class UsageDeskTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly UsageDesk _desk = new();
    private readonly string _root = Directory.CreateTempSubdirectory("hypermax-usage-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Follow_ShortTrials_WriteNothing()
    {
        string quick = Study("quick");
        string slow = Study("slow");
        using UsageDesk.Following first = _desk.Follow(new FakeSource(quick, 1, 0.99));
        using UsageDesk.Following second = _desk.Follow(new FakeSource(slow, 1, 1));

        // Both would have been written by the same look.
        Assert.True(SpinWait.SpinUntil(() => Files(slow).Length == 1, Longest));
        second.Dispose();

        Assert.False(Directory.Exists(Path.Combine(quick, UsageFile.FolderName)));
        Assert.False(Directory.Exists(Path.Combine(slow, UsageFile.FolderName)));
    }

    [Fact]
    public void Follow_SeveralTrials_AreInOneFileUntilTheLastHasEnded()
    {
        string study = Study("study");
        UsageDesk.Following first = _desk.Follow(new FakeSource(study, 1, 2) { Bytes = 50 });
        UsageDesk.Following second = _desk.Follow(new FakeSource(study, 2, 3));
        UsageDesk.Following repeat = _desk.Follow(new FakeSource(study, 2, 4));

        Assert.True(SpinWait.SpinUntil(() => Read(study) is { Count: 2 }, Longest));
        Assert.Equal((50L, 70L), (Read(study)![1].Bytes, Read(study)![1].PeakBytes));

        // Repeats of a trial run beside each other.
        Assert.Equal((200L, 240L, 4.0, 1.0), Read(study)![2] is var both ? (both.Bytes, both.PeakBytes, both.Seconds, both.CpuSeconds) : default);
        Assert.Equal([1, 2], _desk.Of(study).Keys.Order());
        Assert.Single(Files(study));

        first.Dispose();
        Assert.True(SpinWait.SpinUntil(() => Read(study) is { Count: 1 }, Longest));
        second.Dispose();
        repeat.Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(study));
        Assert.Empty(_desk.Of(study));
    }

    [Fact]
    public void Follow_ATrialOfAFolderThatTakesNothing_LeavesTheOthersTheirs()
    {
        string full = Study("full");
        File.WriteAllText(Path.Combine(full, UsageFile.FolderName), string.Empty);
        string study = Study("study");
        using UsageDesk.Following first = _desk.Follow(new FakeSource(full, 1, 2));
        using UsageDesk.Following second = _desk.Follow(new FakeSource(study, 1, 2));

        Assert.True(SpinWait.SpinUntil(() => Read(study) is { Count: 1 }, Longest));
    }

    [Fact]
    public void Follow_ATrialThatCannotBeMeasured_EndsNothing()
    {
        string study = Study("study");
        FakeSource odd = new(study, 1, 2) { Fault = new InvalidOperationException("no such process") };
        using UsageDesk.Following first = _desk.Follow(odd);
        Assert.True(SpinWait.SpinUntil(() => odd.Looks > 1, Longest));

        odd.Fault = null;

        Assert.True(SpinWait.SpinUntil(() => Read(study) is { Count: 1 }, Longest));
    }

    [Fact]
    public void Follow_WithoutAFolder_IsNobodysBusiness()
    {
        using UsageDesk.Following following = _desk.Follow(new FakeSource(null, 1, 2));

        Assert.Equal(default, following);
    }

    private string Study(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    private static string[] Files(string study) => Path.Combine(study, UsageFile.FolderName) is var folder && Directory.Exists(folder)
        ? Directory.GetFiles(folder, "*" + UsageFile.Extension)
        : [];

    private static Dictionary<int, RunningUsage>? Read(string study) =>
        Files(study) is [var file] && UsageSheet.TryRead(File.ReadAllBytes(file)) is { } sheet ? sheet.Trials.ToDictionary(trial => trial.Number) : null;
}
