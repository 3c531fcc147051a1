using System.Text;
using Hypermax.Results;
using Hypermax.Storage;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Results;

public sealed class BestJsonWriterTests
{
    [Fact]
    public void Write_BranchTaken_ParametersAreNested()
    {
        StudyHeader header = StudySamples.Header("Forest", StudySamples.ForestSpace());

        Golden.Verify(Text(header, StudySamples.Trial(5, 0.125, 412, 0.31, 1, 1, 1, 0.02)), "json");
    }

    [Fact]
    public void Write_BranchNotTaken_ItsParametersAreLeftOut()
    {
        StudyHeader header = StudySamples.Header("Forest", StudySamples.ForestSpace());

        string text = Text(header, StudySamples.Trial(5, 0.125, 412, 0.31, 1, 1, 0, double.NaN));

        Assert.Contains("\"Booster\": {\n      \"$type\": \"None\"\n    }", text, StringComparison.Ordinal);
        Assert.DoesNotContain("LearningRate", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ChoiceCountedFromZero_NamesItsIndex()
    {
        SearchSpace space = new(
            "S",
            [
                new CategoricalParameter("model", [0L, 1L]),
                new NumericParameter("model.depth", Law.Uniform, 1, 9, isInteger: true, facts: new ParameterFacts { Conditions = [new Condition(0, 1, 1)] }),
            ]);

        string text = Text(StudySamples.Header("S", space), StudySamples.Trial(0, 1, 1, 3));

        Assert.Contains("\"model\": {\n      \"$index\": 1,\n      \"depth\": 3\n    }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_BranchesListsAndAbsentValues_BecomeObjectsArraysAndNull()
    {
        Condition[] When(int parent, double value) => [new Condition(parent, value, value)];
        SearchSpace space = new("S",
        [
            new CategoricalParameter("Booster", ["None", "Gradient"]),
            new NumericParameter("Booster.Gradient.Rate", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = When(0, 1) }),
            new NumericParameter("Layers.Length", Law.Uniform, 1, 3, isInteger: true),
            new NumericParameter("Layers.0.Units", Law.Uniform, 1, 9, isInteger: true),
            new NumericParameter("Layers.1.Units", Law.Uniform, 1, 9, isInteger: true, facts: new ParameterFacts { Conditions = [new Condition(2, 2, 3)] }),
            new NumericParameter("Layers.2.Units", Law.Uniform, 1, 9, isInteger: true, facts: new ParameterFacts { Conditions = When(2, 3) }),
            new CategoricalParameter("Dropout.HasValue", [false, true]),
            new NumericParameter("Dropout", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = When(6, 1) }),
        ]);
        StudyHeader header = StudySamples.Header("S", space);

        string present = Text(header, StudySamples.Trial(0, 1, 1, 0.5, 2, 4, 5, double.NaN, 1, 0.25));
        string absent = Text(header, StudySamples.Trial(0, 1, 0, double.NaN, 1, 4, double.NaN, double.NaN, 0, double.NaN));

        Golden.Verify(present + absent, "json");
    }

    private static string Text(StudyHeader header, TrialRecord trial)
    {
        using MemoryStream stream = new();
        BestJsonWriter.Write(stream, header, trial);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
