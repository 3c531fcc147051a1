using System.Diagnostics;
using Hypermax.ProcessTable;
using Hypermax.Spaces.SearchJson;
using Hypermax.Storage.Journal;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Storage;

/// <summary>Who is named where somebody asks who searches a folder.</summary>
public sealed class FolderOwnersTests : IDisposable
{
    private static readonly string Self = $"process {Environment.ProcessId} on {Environment.MachineName}";
    private static readonly string Dead = $"{Environment.MachineName}/{int.MaxValue}/tick1";

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-owners-").FullName;

    private string File => Path.Combine(_folder, FolderOwners.FileName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void OwnerOf_SharedFolder_CountsThoseWhoAreThere()
    {
        using (JournalStore store = new(_folder, sharing: JournalSharing.Shared))
        {
            Assert.Equal(Self, FolderLock.OwnerOf(_folder));
            System.IO.File.AppendAllText(File, $"{Dead}\nelsewhere/5/tick1\n");

            Assert.Equal($"2 workers ({Self}, process 5 on elsewhere)", FolderLock.OwnerOf(_folder));
        }

        Assert.Null(FolderLock.OwnerOf(_folder));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Join_AfterOneThatWasKilled_RemovesItAndLeavesNoOther()
    {
        System.IO.File.WriteAllText(File, $"{Dead}\nelsewhere/5/tick1\n");
        FolderOwners.Join(_folder, shared: true);
        Assert.Equal(["elsewhere/5/tick1", ProcessName.Self], System.IO.File.ReadAllLines(File));

        FolderOwners.Leave(_folder);
        Assert.Equal(["elsewhere/5/tick1"], System.IO.File.ReadAllLines(File));

        FolderOwners.Join(_folder, shared: false);
        Assert.Equal([ProcessName.Self], FolderOwners.Read(_folder));
    }

    [UnixFact]
    public async Task OwnerOf_PipeInThePlaceOfTheFile_IsReplacedAndNotWaitedFor()
    {
        await Process.Start("mkfifo", [File]).WaitForExitAsync();

        IReadOnlyList<string> before = await Task.Run(() => FolderOwners.Read(_folder)).WaitAsync(TimeSpan.FromSeconds(30));
        using JournalStore store = await Task.Run(() => new JournalStore(_folder, sharing: JournalSharing.Shared)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(before);
        Assert.Equal(Self, FolderLock.OwnerOf(_folder));
    }

    [Fact]
    public void Words_ManyWorkers_NamesTheFirst() => Assert.Equal(
        "6 workers (process 0 on m, process 1 on m, process 2 on m, process 3 on m and others)",
        FolderOwners.Words([.. Enumerable.Range(0, 6).Select(id => $"m/{id}/tick1")]));

    [Fact]
    public void Journal_SpaceOfASearchJson_IsKnownAsOneWhenItIsReadAgain()
    {
        SearchSpace space = SearchJsonReader.Read("""{"type":"object","properties":{"x":{"type":"number"}}}""");
        using (Study study = Study.Create(space, new StudyOptions { Folder = _folder }))
        {
            Assert.True(study.Header.IsOfSearchJson);
        }

        Assert.True(JournalSnapshot.Read(_folder).Header!.IsOfSearchJson);
    }
}
