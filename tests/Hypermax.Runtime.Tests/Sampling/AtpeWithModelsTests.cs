using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Atpe;
using Hypermax.Tests.Sampling.Atpe.Published;

namespace Hypermax.Tests.Sampling;

/// <summary>The method with models: small ones of our own, so that filters, locks and draws of modes all take part.</summary>
public sealed class AtpeWithModelsTests() : GoldenSamplerConformance(), IDisposable
{
    private readonly SmallModels _models = new();

    protected override int RandomSpaceCount => 30;

    protected override ISampler Create() => new AtpeSampler(new AtpeOptions { ModelFolder = _models.Folder });

    public void Dispose() => _models.Dispose();

    [Fact]
    public void Propose_AfterStartup_SaysWhatWasChosenAndWhy()
    {
        SamplerRun run = new(Create(), SamplerSpaces.Numbers);
        run.Do(30, run.Bowl);

        string note = Create().Propose(run.Context).Insight.Note!;

        Assert.StartsWith("resultFilteringMode ", note, StringComparison.Ordinal);
        Assert.Matches(@"gamma [0-9.]+ \(top_10%_loss_percentile5_percentile25_ratio [+−][0-9.]+\)", note);
        Assert.Contains("nEICandidates ", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_ManyTrials_SomeProposalsSeeAPartOfTheHistory()
    {
        SamplerRun run = new(Create(), SamplerSpaces.Numbers);
        run.Do(60, run.Bowl);
        List<string> notes = [];
        for (int i = 0; i < 20; i++)
        {
            notes.Add(Create().Propose(run.Context).Insight.Note!);
            run.Ask();
        }

        Assert.Contains(notes, note => note.Contains(" of 60 trials seen", StringComparison.Ordinal));
        Assert.Contains(notes, note => !note.Contains(" of 60 trials seen", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("; locked ", StringComparison.Ordinal));
    }

    // Powers of two, so that rounding plays no part.
    [Theory]
    [InlineData(1024, 0)]
    [InlineData(0.125, -64)]
    public void Propose_ScaledLosses_SamePoints(double a, double b)
    {
        double Coarse(SamplerRun run, double[] point) => Math.Round(run.Bowl(point) * 4096) / 4096;
        SamplerRun plain = new(Create(), SamplerSpaces.Numbers);
        SamplerRun scaled = new(Create(), SamplerSpaces.Numbers);

        Assert.Equal(Text(plain.Do(40, point => Coarse(plain, point))), Text(scaled.Do(40, point => (a * Coarse(scaled, point)) + b)));
    }

    [Fact]
    public void StartupTrials_LargeSpace_DigitsOfItsPoints()
    {
        SearchSpace twelve = new("twelve", Enumerable.Range(0, 12).Select(i => new NumericParameter(FormattableString.Invariant($"x{i}"), Law.Uniform, 0, 1)));

        Assert.Equal(15, Create().StartupTrials(new Hypermax.Spaces.SpaceGeometry(twelve)));
    }

    [Theory]
    [InlineData("model-gamma.txt")]
    [InlineData("scaling_model.json")]
    [InlineData("model-secondaryCutoff-configuration.json")]
    public void Create_MissingFile_NamesIt(string file)
    {
        File.Delete(_models.Path(file));

        ArgumentException error = Assert.Throws<ArgumentException>(Create);

        Assert.Contains($"but the file '{file}' is not in it.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_TruncatedModel_NamesFileAndLine()
    {
        string path = _models.Path("model-gamma.txt");
        File.WriteAllLines(path, File.ReadAllLines(path).TakeWhile(line => !line.StartsWith("leaf_value", StringComparison.Ordinal)));

        ArgumentException error = Assert.Throws<ArgumentException>(Create);

        Assert.Contains("'model-gamma.txt', line 11: tree 0 has no line 'leaf_value='.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ModelOfOtherInputs_NamesTheFirst()
    {
        string path = _models.Path("model-gamma.txt");
        File.WriteAllText(path, File.ReadAllText(path).Replace("secondaryCutoff", "somethingElse", StringComparison.Ordinal));

        ArgumentException error = Assert.Throws<ArgumentException>(Create);

        Assert.Contains("'model-gamma.txt' has 'somethingElse' as input 128, where 'secondaryCutoff' must be.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"origStddev\":1,\"origMean\":1,\"predMean\":1}", "'model-gamma-configuration.json': 'predStddev' is missing.")]
    [InlineData("{\"origStddev\":1,\"origMean\":1,\"predMean\":1,\"predStddev\":0}", "'model-gamma-configuration.json': 'predStddev' must be above 0.")]
    [InlineData("{\"origStddev\":1,\n\"origMean\"", "'model-gamma-configuration.json', line 2: this is no JSON.")]
    [InlineData("[]", "'model-gamma-configuration.json', line 1: a JSON object must stand here.")]
    public void Create_BrokenConfiguration_SaysWhat(string text, string message)
    {
        File.WriteAllText(_models.Path("model-gamma-configuration.json"), text);

        Assert.Contains(message, Assert.Throws<ArgumentException>(Create).Message, StringComparison.Ordinal);
    }
}
