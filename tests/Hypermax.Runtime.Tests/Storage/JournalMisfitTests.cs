using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Storage;

/// <summary>Records that are whole and unchanged, and yet are none of the study.</summary>
public sealed class JournalMisfitTests : IDisposable
{
    private const string Point = "\"vector\":[0.01,3,0,null,0.3]";

    private readonly StudyFolder _folder = new(trials: 3);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{\"type\":\"start\",\"trial\":3,\"vector\":[0.5],\"owner\":\"a/1/2\"}", "1 values")]
    [InlineData("{\"type\":\"start\",\"trial\":3,\"vector\":[],\"owner\":\"a/1/2\"}", "0 values")]
    [InlineData("{\"type\":\"start\",\"trial\":3,\"vector\":[0.01,3,7,null,0.3]}", "'kind'")]
    [InlineData("{\"type\":\"start\",\"trial\":3,\"vector\":[0.01,3,0.5,null,0.3]}", "'kind'")]
    [InlineData("{\"type\":\"start\",\"trial\":3,\"vector\":[50,3,0,null,0.3]}", "'rate'")]
    [InlineData("{\"type\":\"start\",\"trial\":3,\"vector\":[0.01,3,0,0.5,0.3]}", "'momentum'")]
    [InlineData("{\"type\":\"start\",\"trial\":3,\"vector\":[0.01,3,1,null,0.3]}", "'momentum'")]
    [InlineData("{\"type\":\"start\",\"trial\":-1," + Point + "}", "numbers start at 0")]
    [InlineData("{\"type\":\"start\",\"trial\":2000000000," + Point + "}", "far beyond")]
    [InlineData("{\"type\":\"start\",\"trial\":\"three\"," + Point + "}", "cannot be understood")]
    [InlineData("{\"type\":\"finish\",\"trial\":3,\"state\":\"Complete\",\"value\":1,\"vector\":[0.5],\"at\":\"2026-01-01T00:00:00Z\",\"ms\":1}", "1 values")]
    [InlineData("{\"type\":\"finish\",\"trial\":-3,\"state\":\"Complete\",\"value\":1," + Point + "}", "numbers start at 0")]
    [InlineData("{\"type\":\"finish\",\"trial\":3,\"state\":\"Running\",\"value\":1," + Point + "}", "no end")]
    [InlineData("{\"type\":\"finish\",\"trial\":3,\"state\":\"Sleeping\",\"value\":1," + Point + "}", "cannot be understood")]
    [InlineData("{\"type\":\"steer\",\"kind\":\"Fix\",\"from\":0,\"parameter\":17,\"vector\":[1]}", "parameter 17")]
    [InlineData("{\"type\":\"steer\",\"kind\":\"Fix\",\"from\":0,\"parameter\":0,\"vector\":[]}", "'rate'")]
    [InlineData("{\"type\":\"steer\",\"kind\":\"Enqueue\",\"from\":0,\"parameter\":-1,\"vector\":[0.5,0.5]}", "2 values")]
    [InlineData("{\"type\":\"steer\",\"kind\":\"Dance\",\"from\":0,\"parameter\":-1,\"vector\":[0.5,0.5]}", "cannot be understood")]
    public void Open_SoundRecordOfAnotherStudy_ToldWithItsPositionAndPassedOver(string record, string reason)
    {
        int line = _folder.Lines.Length + 1;
        long position = new FileInfo(_folder.Journal).Length;
        Append(record);

        using (Study study = _folder.Open())
        {
            string told = Assert.Single(study.Recovered);
            Assert.Contains(FormattableString.Invariant($"line {line}, byte {position}"), told);
            Assert.Contains("does not belong to this study", told);
            Assert.Contains(reason, told);
            StudyFolder.Run(study, 2);
        }

        Assert.Equal(Enumerable.Range(0, 5), JournalSnapshot.Read(_folder.Path).Trials.Select(trial => trial.Number));
        Assert.NotNull(Assert.Single(JournalInspection.Read(_folder.Path).Damaged).Misfit);
    }

    [Fact]
    public void Open_JournalOfAnotherStudyAtTheEnd_RefusedWithTheLineWhereItBegins()
    {
        int line = _folder.Lines.Length + 1;
        using StudyFolder other = new(trials: 0);
        using (Study study = Study.Create(
            new SearchSpace("other", [new NumericParameter("x", Law.Uniform, 0, 1)]), new StudyOptions { Folder = other.Path, Method = "random" }))
        {
            study.Tell(study.Ask()!, 1);
        }

        File.AppendAllText(_folder.Journal, File.ReadAllText(other.Journal));

        JournalFormatException error = Assert.Throws<JournalFormatException>(() => _folder.Open());
        Assert.Contains(FormattableString.Invariant($"line {line}"), error.Message);
        Assert.Contains("two studies", error.Message);
    }

    [Fact]
    public void Open_HeaderTwice_IsOneStudy()
    {
        Append(_folder.Lines[0][.._folder.Lines[0].IndexOf(",\"sum\"", StringComparison.Ordinal)] + "}");

        using Study study = _folder.Open();

        Assert.Empty(study.Recovered);
    }

    [Fact]
    public void Open_SoundLineOfAnyJson_NeverCrashes()
    {
        string[] members =
        [
            "\"type\":\"start\"", "\"type\":\"finish\"", "\"type\":\"steer\"", "\"type\":\"report\"", "\"type\":\"beat\"", "\"type\":7", "\"trial\":3",
            "\"trial\":1e99", "\"vector\":{}", Point, "\"vector\":[\"a\"]", "\"state\":null", "\"state\":\"Complete\"", "\"value\":[]",
            "\"value\":\"Infinity\"", "\"at\":\"never\"", "\"ms\":-1e300", "\"owner\":3", "\"insight\":[]", "\"metrics\":{\"a\":[]}",
            "\"usage\":{\"peak\":1.5}", "\"reports\":[3]", "\"position\":{}", "\"kind\":\"Fix\"", "\"from\":null", "\"parameter\":0",
        ];
        byte[] journal = File.ReadAllBytes(_folder.Journal);
        Gen<string> record = Gen.SubListOf(members).Select(some => "{" + string.Join(',', some) + "}");

        Prop.ForAll(record.ToArbitrary(), text =>
        {
            File.WriteAllBytes(_folder.Journal, journal);
            Append(text);
            using JournalStore store = new(_folder.Path);
            Assert.Equal(3, store.Finished.Count(number => number < 3));
        }).QuickCheckThrowOnFailure();
    }

    private void Append(string record)
    {
        using FileStream file = new(_folder.Journal, FileMode.Append);
        file.Write(JournalLine.Seal(Encoding.UTF8.GetBytes(record)));
    }
}
