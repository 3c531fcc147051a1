using Hypermax.Execution.Logs;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Storage;

/// <summary>What lies in the folder of a study beside the journal: locks, and links that somebody put there.</summary>
public sealed class StudyFolderTests : IDisposable
{
    private const string Precious = "do not touch";

    private readonly StudyFolder _folder = new(trials: 2);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Dispose_OneSearch_LeavesNoLockBehind() => Assert.Equal([".gitattributes", "journal.jsonl"], _folder.Files);

    [Fact]
    public void Dispose_SeveralShare_TheLastRemovesTheLocks()
    {
        JournalStore first = new(_folder.Path, sharing: JournalSharing.Shared);
        using (JournalStore second = new(_folder.Path, sharing: JournalSharing.Shared))
        {
            first.Dispose();
            Assert.Contains("study.lock", _folder.Files);
            Assert.Throws<StudyInUseException>(() => _folder.Open());
        }

        Assert.Equal([".gitattributes", "journal.jsonl"], _folder.Files);
    }

    [Fact]
    public async Task Take_ManyOpenAndCloseAtOnce_NeverTwoOwners()
    {
        int owners = 0;
        int most = 0;
        int taken = 0;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (int i = 0; i < 150; i++)
                {
                    try
                    {
                        using FolderLock held = FolderLock.Take(_folder.Path, shared: false);
                        most = Math.Max(most, Interlocked.Increment(ref owners));
                        taken++;
                        Thread.SpinWait(200);
                        Interlocked.Decrement(ref owners);
                    }
                    catch (StudyInUseException)
                    {
                        Thread.Yield();
                    }
                }
            },
            TaskCreationOptions.LongRunning)));

        Assert.Equal(1, most);
        Assert.True(taken > 6, $"taken {taken} times");
        Assert.Equal([".gitattributes", "journal.jsonl"], _folder.Files);
    }

    [Fact]
    public void Open_JournalIsALink_RefusedAndTheTargetIsLeftAlone()
    {
        string target = Target();
        File.Delete(_folder.Journal);
        File.CreateSymbolicLink(_folder.Journal, target);

        IOException error = Assert.ThrowsAny<IOException>(() => _folder.Open());

        Assert.Contains("symbolic link", error.Message);
        Assert.Equal(Precious, File.ReadAllText(target));
    }

    [Fact]
    public void Open_JournalIsALinkToNothing_RefusedAndNothingIsCreated()
    {
        string target = _folder.Beside("missing");
        File.Delete(_folder.Journal);
        File.CreateSymbolicLink(_folder.Journal, target);

        Assert.ThrowsAny<IOException>(() => _folder.Open());

        Assert.False(File.Exists(target));
    }

    [Theory]
    [InlineData("study.owner")]
    [InlineData("journal.jsonl.new")]
    [InlineData(".gitattributes")]
    public void Open_OtherFileIsALink_TheTargetIsLeftAlone(string name)
    {
        string target = Target();
        string link = Path.Combine(_folder.Path, name);
        File.Delete(link);
        File.CreateSymbolicLink(link, target);

        JournalInspection.Compact(_folder.Path);
        using (Study study = _folder.Open())
        {
            StudyFolder.Run(study, 1);
        }

        Assert.Equal(Precious, File.ReadAllText(target));
    }

    [Theory]
    [InlineData("study.lock")]
    [InlineData("journal.turn")]
    public void Open_LockIsALink_Refused(string name)
    {
        string target = _folder.Beside("missing");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, name), target);

        IOException error = Assert.ThrowsAny<IOException>(() => new JournalStore(_folder.Path, sharing: JournalSharing.Shared));

        Assert.Contains("symbolic link", error.Message);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void TrialLog_FileIsALink_TheLogTakesItsPlace()
    {
        string target = Target();
        string path = Path.Combine(_folder.Path, "logs", "trial_0.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, target);

        using (TrialLog log = new(path, cap: 1000))
        {
            log.Write("printed"u8);
        }

        Assert.Equal("printed", File.ReadAllText(path));
        Assert.Equal(Precious, File.ReadAllText(target));
    }

    private string Target()
    {
        string target = _folder.Beside("precious.txt");
        File.WriteAllText(target, Precious);
        return target;
    }
}
