using System.Text;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Studies;

namespace Hypermax.Tests.Storage;

/// <summary>What version control, editors and transfers make of a journal.</summary>
public sealed class JournalTextTests : IDisposable
{
    private readonly StudyFolder _folder = new(trials: 4);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Open_LinesEndedAsOnWindows_GoesOnAsIfNothingHadHappened(int every)
    {
        string[] before = Trials();
        string[] lines = _folder.Lines;
        File.WriteAllText(_folder.Journal, string.Concat(lines.Select((line, i) => line + (i % every == 0 ? "\r\n" : "\n"))));

        GoOn(before);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Open_ByteOrderMarkAtTheStart_GoesOn(string end)
    {
        string[] before = Trials();
        File.WriteAllText(_folder.Journal, string.Join(end, _folder.Lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        GoOn(before);
    }

    [Fact]
    public void Open_CutOffBetweenCarriageReturnAndLineFeed_GoesOn()
    {
        string[] before = Trials();
        File.WriteAllText(_folder.Journal, string.Join("\r\n", _folder.Lines) + "\r");

        GoOn(before);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Open_Utf16_RefusedInASentence(string encoding)
    {
        File.WriteAllText(_folder.Journal, string.Join("\r\n", _folder.Lines), Encoding.GetEncoding(encoding));

        Assert.Contains("UTF-16", Refused());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Open_MarksOfAConflict_RefusedByTheirName(int at)
    {
        List<string> lines = [.. _folder.Lines];
        lines.Insert(at, "<<<<<<< HEAD");
        lines.Insert(at + 2, "=======");
        lines.Insert(at + 4, ">>>>>>> branch");
        _folder.Lines = [.. lines];

        string refused = Refused();
        Assert.Contains("merge conflict", refused);
        Assert.Contains(FormattableString.Invariant($"line {at + 1}"), refused);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("hello\n")]
    [InlineData("{}\n{}\n")]
    [InlineData("\0\0\0\0\0\0")]
    public void Open_ContentWithoutAStudy_RefusedAndLeftAsItIs(string content)
    {
        File.WriteAllText(_folder.Journal, content);

        Assert.Contains("no record that says what the study is", Refused());
        Assert.Equal(content, File.ReadAllText(_folder.Journal));
    }

    [Fact]
    public void Open_EveryRecordDamaged_RefusedAndLeftAsItIs()
    {
        string damaged = File.ReadAllText(_folder.Journal).Replace("\"sum\":\"", "\"sum\":\"x", StringComparison.Ordinal);
        File.WriteAllText(_folder.Journal, damaged);

        Assert.Contains("line 1", Refused());
        Assert.Equal(damaged, File.ReadAllText(_folder.Journal));
    }

    [Fact]
    public void Open_CarriageReturnsOnly_Refused()
    {
        File.WriteAllText(_folder.Journal, string.Join('\r', _folder.Lines));

        Assert.Contains("no record", Refused());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("{\"type\":\"stu")]
    [InlineData("{\"type\":\"study\",\"format\":1,\"na")]
    [InlineData("{\"type\":\"study\",\"format\":1,\"na\n")]
    public void Open_NothingOrABeginningThatWasCutOff_BeginsAnew(string content)
    {
        File.WriteAllText(_folder.Journal, content);

        using (Study study = _folder.Open())
        {
            StudyFolder.Run(study, 1);
        }

        Assert.Single(JournalSnapshot.Read(_folder.Path).Trials);
    }

    [Fact]
    public void Begin_NewFolder_TellsVersionControlToLeaveTheJournalAlone()
    {
        string attributes = File.ReadAllText(Path.Combine(_folder.Path, ".gitattributes"));

        Assert.Contains("journal*.jsonl -text -merge\n", attributes);
        Assert.DoesNotContain('\r', attributes);
    }

    [Fact]
    public void Begin_AttributesThere_LeftAlone()
    {
        using StudyFolder folder = new(trials: 0);
        File.WriteAllText(Path.Combine(folder.Path, ".gitattributes"), "mine");

        using Study study = folder.Open();

        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder.Path, ".gitattributes")));
    }

    [Fact]
    public void Open_JournalOfFormat1_ReadsAndGoesOn()
    {
        using StudyFolder folder = new(trials: 0);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Storage", "Journals", "format-1.jsonl"), folder.Journal);

        using Study study = Study.Create(
            TestSpaces.Mixed,
            new StudyOptions { Folder = folder.Path, Name = "yesterday", Method = "random", Seed = 11, Direction = Direction.Maximize, Workers = 2 });
        Trial next = study.Ask()!;
        study.Tell(next, 1);

        // Options of methods were not recorded then; from here on they are.
        Assert.Equal((6, string.Empty), (Assert.Single(study.Changes).FromTrial, study.Header.MethodOptions));
        Assert.Equal(5, next.Number);
        Assert.Equal(6, study.Trials.Count(trial => trial.IsFinished));
        Assert.Equal("enqueued", study.Trials[0].Insight!.Method);
        Assert.All(study.Trials.Skip(1), trial => Assert.Equal(0, trial.Point[2]));
        Assert.Equal(2, study.Trials[2].Outcome!.Reports.Count);
        Assert.Equal((FailureKind.WallTime, "ran for 60 s"), (study.Trials[3].Outcome!.Failure, study.Trials[3].Outcome!.Message));
    }

    private void GoOn(string[] before)
    {
        using (Study study = _folder.Open())
        {
            Assert.Empty(study.Recovered);
            Assert.Equal(before, study.Trials.Select(StudyFolder.Describe));
            StudyFolder.Run(study, 3);
        }

        using StudyFolder undisturbed = new(trials: 7);
        Assert.Equal(JournalSnapshot.Read(undisturbed.Path).Trials.Select(StudyFolder.Describe), Trials());
        Assert.Empty(JournalInspection.Read(_folder.Path).Damaged);
    }

    private string[] Trials() => [.. JournalSnapshot.Read(_folder.Path).Trials.Select(StudyFolder.Describe)];

    private string Refused()
    {
        JournalFormatException error = Assert.Throws<JournalFormatException>(() => _folder.Open());
        Assert.Throws<JournalFormatException>(() => JournalSnapshot.Read(_folder.Path));
        Assert.Throws<JournalFormatException>(() => new JournalStore(_folder.Path, sharing: JournalSharing.Shared));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => file.EndsWith("study.lock", StringComparison.Ordinal));
        return error.Message;
    }
}
