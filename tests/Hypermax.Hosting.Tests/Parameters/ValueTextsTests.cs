using Microsoft.Extensions.Configuration;

namespace Hypermax.Hosting.Tests.Parameters;

public sealed class ValueTextsTests
{
    private const string Whole = """
        {
          "Trees": 120,
          "featureFraction": 0.5,
          "Criterion": "Entropy",
          "Momentum": 0.9,
          "Bootstrap": true,
          "Booster": { "Gradient": { "LearningRate": "1e-2" } },
          "Layers": [ { "Size": 16, "Activation": "tanh" }, { "Activation": "Relu" } ],
          "Patience": "00:00:05"
        }
        """;

    private static readonly SearchSpace<ForestParams> Space = ForestParams.SearchSpace;

    [Fact]
    public void FromTexts_ASectionOfConfiguration_IsTheValue()
    {
        ForestParams read = Space.FromTexts(Texts(Whole));

        Assert.Equal((120, 0.5, "entropy", 0.5, 0.9, true), (read.Trees, read.FeatureFraction, read.Criterion, read.Share, read.Momentum, read.Bootstrap));
        Assert.Equal(new Booster.Gradient(0.01), read.Booster);
        Assert.Equal([new Layer(16, Activation.Tanh), new Layer(8, Activation.Relu)], read.Layers);
        Assert.Equal(TimeSpan.FromSeconds(5), read.Patience);
        Assert.Equal((0.2, 0.8, "none"), (read.Low, read.High, read.Note));
    }

    [Fact]
    public void FromTexts_FlatPathsOfATunedFile_AreTheValueThatWroteThem()
    {
        ForestParams value = Space.FromTexts(Texts(Whole)) with { Booster = new Booster.None(), Momentum = null };
        IConfiguration file = Configuration($$"""{ "parameters": {{Space.ToJson(value)}} }""");

        ForestParams read = Space.FromTexts(file.GetSection("parameters").AsEnumerable(makePathsRelative: true).Where(text => text.Key.Length > 0));

        Assert.Equal(Space.PointOf(value), Space.PointOf(read));
    }

    [Fact]
    public void FromTexts_WithAFallback_TakesFromItWhatHasNoText()
    {
        ForestParams tuned = Space.FromTexts(Texts(Whole)) with { Note = "tuned" };

        ForestParams changed = Space.FromTexts(Texts("""{ "Trees": 7, "Booster": "none" }"""), tuned);

        Assert.Equal((7, new Booster.None(), 0.9, 2), (changed.Trees, changed.Booster, changed.Momentum, changed.Layers.Count));
        Assert.Same(tuned, Space.FromTexts([], tuned));
    }

    [Theory]
    [InlineData("Trees", "5000", "'Forest:Trees' is '5000'; it must lie between 1 and 1000 and be whole. The nearest value allowed is 1000.")]
    [InlineData("Trees", "1.6", "'Forest:Trees' is '1.6'; it must lie between 1 and 1000 and be whole. The nearest value allowed is 2.")]
    [InlineData("FeatureFraction", "0,5", "'Forest:FeatureFraction' is '0,5'; it must lie between 0.1 and 1. Give a number with a point for decimals.")]
    [InlineData("Share", "0.3", "'Forest:Share' is '0.3'; it must lie between 0 and 1 in steps of 0.25. The nearest value allowed is 0.25.")]
    [InlineData("Criterion", "ginny", "'Forest:Criterion' is 'ginny'; it must be one of gini, entropy. Choose one of these.")]
    [InlineData("Bootstrap", "maybe", "'Forest:Bootstrap' is 'maybe'; it must be one of false, true. Choose one of these.")]
    [InlineData(
        "Booster:Gradient:LearningRate",
        "2",
        "'Forest:Booster:Gradient:LearningRate' is '2'; it must lie between 0.001 and 0.5. The nearest value allowed is 0.5.")]
    [InlineData("Patience", "00:02:00", "'Forest:Patience' is '00:02:00'; it must lie between 1 and 60 s. The nearest value allowed is 60.")]
    [InlineData("Layers:1:Size", "0", "'Forest:Layers:1:Size' is '0'; it must lie between 1 and 64 and be whole. The nearest value allowed is 1.")]
    [InlineData("Layers:4:Size", "5", "'Forest:Layers:4:Size' is no parameter of 'ForestParams'; it is '5'. Did you mean 'Forest:Layers:")]
    [InlineData("Tress", "5", "'Forest:Tress' is no parameter of 'ForestParams'; it is '5'. Did you mean 'Forest:Trees'?")]
    [InlineData("Booster", "Gradeint", "'Forest:Booster' is 'Gradeint'; it must be one of None, Gradient. Choose one of these.")]
    [InlineData("Low", "0.9", "Forest: 'Low' must be less than 'High'. Change one of the values.")]
    public void FromTexts_SomethingWrong_SaysKeyValueRuleAndRemedy(string key, string text, string message)
    {
        Dictionary<string, string?> texts = new(Texts(Whole), StringComparer.Ordinal) { [key] = text };

        string error = Assert.Throws<FormatException>(() => Space.FromTexts(texts, "Forest")).Message;

        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Theory]
    [InlineData(
        """{ "Gradient": 0.1 }""",
        "'Forest:Booster:Gradient' is '0.1'; it is a branch of 'Forest:Booster' and has no value itself. "
        + "Give its parameters: 'Forest:Booster:Gradient:LearningRate'.")]
    [InlineData(
        """{ "None": true }""",
        "'Forest:Booster:None' is 'True'; it is a branch of 'Forest:Booster' and has no value itself. "
        + "It has no parameters either: set 'Forest:Booster' to 'None'.")]
    public void FromTexts_BranchWithAValue_SaysWhatBelongsThere(string booster, string message)
    {
        IConfiguration file = Configuration($$"""{ "Booster": {{booster}} }""");
        Dictionary<string, string?> texts = Texts(Whole);
        texts.Remove("Booster:Gradient:LearningRate");

        string error = Assert.Throws<FormatException>(() => Space.FromTexts(texts.Concat(file.AsEnumerable()), "Forest")).Message;

        Assert.Equal(message, error);
    }

    [Theory]
    [InlineData("Booster.Gradient", "Give its parameters: 'Booster.Gradient.LearningRate'.")]
    [InlineData("Booster:Gradient", "Give its parameters: 'Booster:Gradient:LearningRate'.")]
    public void FromTexts_KeysWithDotsOrColons_AreAnsweredAlike(string key, string message)
    {
        Dictionary<string, string?> texts = new() { [key] = "1" };

        string error = Assert.Throws<FormatException>(() => Space.FromTexts(texts)).Message;

        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void FromTexts_ParameterOfAnotherBranch_IsSaidSo()
    {
        Dictionary<string, string?> texts = new(Texts(Whole), StringComparer.Ordinal) { ["Booster"] = "None" };

        Assert.Equal(
            "'Booster:Gradient:LearningRate' is '1e-2'; the parameter does not exist where 'Booster' is None. "
            + "Remove it, or choose the branch that it belongs to.",
            Assert.Throws<FormatException>(() => Space.FromTexts(texts)).Message);
    }

    [Fact]
    public void FromTexts_SeveralThingsWrong_SaysAllOfThem()
    {
        string[] lines = Assert.Throws<FormatException>(() => Space.FromTexts(
            Texts("""{ "Trees": 0, "Booster": "Gradient", "Layers": [ {}, { "Size": 1000 } ], "Extra": 1 }"""), "F")).Message.Split(Environment.NewLine);

        Assert.Contains(lines, line => line.StartsWith("'F:Trees' is '0'", StringComparison.Ordinal));
        Assert.Contains("'F:FeatureFraction' is missing; it has no default, and it must lie between 0.1 and 1. Add it.", lines);
        Assert.Contains(lines, line => line.StartsWith("'F:Booster:Gradient:LearningRate' is missing", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("'F:Extra' is no parameter", StringComparison.Ordinal));
    }

    private static IConfiguration Configuration(string json)
    {
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(json));
        return new ConfigurationBuilder().AddJsonStream(stream).Build();
    }

    private static Dictionary<string, string?> Texts(string json) => Configuration(json).AsEnumerable().ToDictionary();
}
