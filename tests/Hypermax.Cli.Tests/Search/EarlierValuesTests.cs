using Hypermax.Search;

namespace Hypermax.Tests.Search;

public sealed class EarlierValuesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-earlier-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AddTo_OtherFactsOfTheFile_IsTheSame()
    {
        string before = Fingerprint("""{ "value": 0.5, "trials": 10, "parameters": { "Size": 4 } }""");

        Assert.Equal(before, Fingerprint("""{ "value": 0.25, "trials": 20, "parameters": { "Size": 4 } }"""));
        Assert.NotEqual(before, Fingerprint("""{ "value": 0.5, "trials": 10, "parameters": { "Size": 5 } }"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void AddTo_DamagedFile_CountsAsNone(string text) => Assert.Equal(Fingerprint(null), Fingerprint(text));

    [Fact]
    public void AddTo_NothingEarlier_LeavesTheFingerprint()
    {
        Assert.Equal("code", EarlierValues.Read([], _ => string.Empty).AddTo("code"));
        Assert.Null(EarlierValues.Read(["Tokenizer"], _ => "missing").AddTo(objective: null));
    }

    [Fact]
    public void DifferFrom_StudyOfOtherValues_IsTold()
    {
        string study = Path.Combine(_folder, "Model");
        SearchSpace space = new("Space", [new NumericParameter("X", Law.Uniform, 0, 1)]);
        EarlierValues small = Values("""{ "parameters": { "Size": 4 } }""");
        EarlierValues large = Values("""{ "parameters": { "Size": 8 } }""");
        Assert.False(small.DifferFrom(study));

        using (Study begun = Study.Create(space, new StudyOptions { Trials = 2, Folder = study, ObjectiveFingerprint = small.AddTo("code") }))
        {
            begun.Tell(begun.Ask()!, 1);
        }

        Assert.False(small.DifferFrom(study));
        Assert.True(large.DifferFrom(study));
        Assert.False(EarlierValues.None.DifferFrom(study));
    }

    private string Fingerprint(string? text) => Values(text).AddTo("code")!;

    private EarlierValues Values(string? text)
    {
        string file = Path.Combine(_folder, "Tokenizer.hypertune.json");
        File.Delete(file);
        if (text is not null)
        {
            File.WriteAllText(file, text);
        }

        return EarlierValues.Read(["Tokenizer"], _ => file);
    }
}
