using System.Diagnostics;
using Hypermax.Execution.Usages;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Execution.Usages;

public sealed class UsageFileTests : IDisposable
{
    private readonly string _study = Directory.CreateTempSubdirectory("hypermax-usage-").FullName;

    private string Folder => Path.Combine(_study, UsageFile.FolderName);

    public void Dispose() => Directory.Delete(_study, recursive: true);

    [Fact]
    public void Write_TwiceAndClear_LeavesNothing()
    {
        UsageFile file = new(_study);
        file.Write([Usage(1)]);
        file.Write([Usage(2)]);

        UsageSheet sheet = UsageSheet.TryRead(File.ReadAllBytes(Assert.Single(Directory.GetFiles(Folder))))!;
        Assert.Equal(2, Assert.Single(sheet.Trials).Number);
        Assert.Equal(2, sheet.Stamp);

        file.Clear();
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void Write_BesideWhatKilledProcessesLeft_RemovesItAndNothingElse()
    {
        Directory.CreateDirectory(Folder);
        string left = Put("left" + UsageFile.Extension, TimeSpan.FromHours(1));
        string draft = Put("left" + UsageFile.Extension + ".tmp", TimeSpan.FromHours(1));
        string killed = Put("killed" + UsageFile.Extension, TimeSpan.Zero);
        File.WriteAllBytes(killed, new UsageSheet($"{Environment.MachineName}/{int.MaxValue}/tick1", 1, [Usage(1)]).ToJson());
        string living = Put("other" + UsageFile.Extension, TimeSpan.Zero);
        string foreign = Put("results.json", TimeSpan.FromHours(1));
        UsageFile file = new(_study);

        file.Write([Usage(1)]);

        Assert.False(File.Exists(left) || File.Exists(draft) || File.Exists(killed));
        Assert.True(File.Exists(living) && File.Exists(foreign));
        file.Clear();
        Assert.Equal([living, foreign], Directory.GetFiles(Folder).Order());
    }

    [UnixFact]
    public void Write_BesideAPipe_DoesNotWait()
    {
        Directory.CreateDirectory(Folder);
        using Process make = Process.Start("mkfifo", Path.Combine(Folder, "pipe" + UsageFile.Extension));
        make.WaitForExit();

        new UsageFile(_study).Write([Usage(1)]);

        Assert.Equal(2, Directory.GetFileSystemEntries(Folder).Length);
    }

    [Fact]
    public void Write_WhereItCannot_HarmsNobody()
    {
        File.WriteAllText(Folder, "a file of somebody");
        UsageFile file = new(_study);

        file.Write([Usage(1)]);
        file.Clear();

        Assert.Equal("a file of somebody", File.ReadAllText(Folder));
    }

    [UnixFact]
    public void Write_IntoALink_TouchesNothingBehindIt()
    {
        string outside = Directory.CreateTempSubdirectory("hypermax-outside-").FullName;
        string theirs = Path.Combine(outside, "theirs" + UsageFile.Extension);
        File.WriteAllText(theirs, string.Empty);
        File.SetLastWriteTimeUtc(theirs, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Directory.CreateSymbolicLink(Folder, outside);
        UsageFile file = new(_study);

        file.Write([Usage(1)]);
        file.Clear();

        Assert.Equal([theirs], Directory.GetFileSystemEntries(outside));
        Assert.NotNull(new DirectoryInfo(Folder).LinkTarget);
        Directory.Delete(Folder);
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public void Write_OfAStudyThatWasRemoved_DoesNotBringItsFolderBack()
    {
        string gone = Path.Combine(_study, "gone");

        new UsageFile(gone).Write([Usage(1)]);

        Assert.False(Directory.Exists(gone));
    }

    private static RunningUsage Usage(int number) => new(number, 1, 1, 1, 1);

    private string Put(string name, TimeSpan age)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, string.Empty);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path) - age);
        return path;
    }
}
