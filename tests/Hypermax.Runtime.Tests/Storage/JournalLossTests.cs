using System.Text;
using Hypermax.Execution.InProcess;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Studies;

namespace Hypermax.Tests.Storage;

/// <summary>Journals that go away under a search, and trials that lost their records.</summary>
public sealed class JournalLossTests : IDisposable
{
    private readonly StudyFolder _folder = new(trials: 3);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("delete", "was deleted")]
    [InlineData("folder", "was deleted")]
    [InlineData("replace", "was replaced")]
    [InlineData("restore", "was replaced")]
    [InlineData("truncate", "was cut from")]
    [InlineData("empty", "was cut from")]
    public void Tell_JournalGoneMeanwhile_ToldWithinATrialAndNothingIsLost(string how, string what)
    {
        string rescued;
        using (Study study = _folder.Open())
        {
            StudyFolder.Run(study, 1);
            Damage(how);

            JournalLostException error = Assert.Throws<JournalLostException>(() => StudyFolder.Run(study, 1));

            Assert.Contains(what, error.Message);
            rescued = Assert.Single(Directory.GetFiles(_folder.Path, "journal.rescued*.jsonl"));
            Assert.Contains(rescued, error.Message);
        }

        File.Move(rescued, _folder.Journal, overwrite: true);
        using Study again = _folder.Open();
        Assert.DoesNotContain(again.Recovered, note => note.Contains("damaged", StringComparison.Ordinal));
        StudyFolder.Run(again, 3);
        using StudyFolder undisturbed = new(trials: again.Trials.Count);
        Assert.True(again.Trials.Count >= 7);
        Assert.Equal(JournalSnapshot.Read(undisturbed.Path).Trials.Select(StudyFolder.Describe), again.Trials.Select(StudyFolder.Describe));
    }

    [Fact]
    public async Task Run_FolderDeletedMeanwhile_EndsWithinATrial()
    {
        int after = 0;
        InProcessExecutor executor = new((vector, context) =>
        {
            if (context.Number == 5)
            {
                Directory.Delete(_folder.Path, recursive: true);
            }

            after += context.Number > 5 ? 1 : 0;
            return Task.FromResult(TestSpaces.Loss(vector));
        });
        using Study study = _folder.Open();

        await Assert.ThrowsAsync<JournalLostException>(() => study.RunAsync(executor));

        Assert.Equal(0, after);
        Assert.Single(Directory.GetFiles(_folder.Path, "journal.rescued*.jsonl"));
    }

    [Fact]
    public void Reopen_StartAndFinishOfATrialDamaged_RunAgainAtTheSamePoint()
    {
        string[] whole = [.. JournalSnapshot.Read(_folder.Path).Trials.Select(StudyFolder.Describe)];
        _folder.Lines =
        [
            .. _folder.Lines.Select(
                line => line.Contains("\"trial\":1,", StringComparison.Ordinal)
                    ? line.Replace("\"trial\":1,", "\"trial\":9,", StringComparison.Ordinal)
                    : line),
        ];

        using (Study study = _folder.Open())
        {
            Assert.Contains(study.Recovered, note => note.Contains("damaged are run again: 1", StringComparison.Ordinal));
            StudyFolder.Run(study, 1);
            Assert.Equal(whole, study.Trials.Select(StudyFolder.Describe));
            Assert.Equal(3, study.Ask()!.Number);
        }

        Assert.Equal(whole, JournalSnapshot.Read(_folder.Path).Trials.Take(3).Select(StudyFolder.Describe));
    }

    [Fact]
    public void Compact_TrialWithoutRecords_StillRunAgain()
    {
        _folder.Lines = [.. _folder.Lines.Where(line => !line.Contains("\"trial\":1,", StringComparison.Ordinal))];

        JournalInspection.Compact(_folder.Path);

        using Study study = _folder.Open();
        Assert.Equal(1, study.Ask()!.Number);
    }

    [Fact]
    public void Compact_WhatPeopleToldTheStudy_Stays()
    {
        using (Study study = _folder.Open())
        {
            study.Enqueue([0.5, 2, 0, double.NaN, 0.3]);
            study.Fix("depth", 4);
        }

        JournalInspection.Compact(_folder.Path);

        using Study again = _folder.Open();
        Assert.Equal(0.5, again.Ask()!.Point[0]);
        Assert.Equal(4, again.Ask()!.Point[1]);
    }

    [Fact]
    public void Begin_DiskRefuses_MemoryHasNoStudy()
    {
        using JournalStore store = new(_folder.Beside("new"));
        Directory.Delete(store.Folder, recursive: true);

        Assert.Throws<JournalLostException>(
            () => store.Begin(new() { Name = "n", Space = TestSpaces.Mixed, Seed = 0, Method = "random", Version = "1", Created = DateTimeOffset.UnixEpoch }));
        Assert.False(Directory.Exists(store.Folder) && Directory.GetFiles(store.Folder, "*.jsonl").Length == 0);
    }

    private void Damage(string how)
    {
        string copy = _folder.Beside("copy");
        File.Copy(_folder.Journal, copy);
        switch (how)
        {
            case "delete":
                File.Delete(_folder.Journal);
                break;
            case "folder":
                Directory.Delete(_folder.Path, recursive: true);
                break;
            case "replace":
                File.WriteAllText(copy, "another file\n");
                File.Move(copy, _folder.Journal, overwrite: true);
                break;
            case "restore":
                File.Move(copy, _folder.Journal, overwrite: true);
                break;
            case "truncate":
                using (FileStream file = new(_folder.Journal, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    file.SetLength(file.Length / 2);
                }

                break;
            default:
                File.WriteAllBytes(copy, []);
                using (FileStream file = new(_folder.Journal, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    file.SetLength(0);
                }

                break;
        }
    }
}
