using System.Text;
using Hypermax.Results;
using Hypermax.Storage;
using Hypermax.Testing;

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
        SearchSpace space = new("S", [new CategoricalParameter("model", [0L, 1L]), new NumericParameter("model.depth", Law.Uniform, 1, 9, isInteger: true, facts: new ParameterFacts { Conditions = [new Condition(0, 1, 1)] })]);

        string text = Text(StudySamples.Header("S", space), StudySamples.Trial(0, 1, 1, 3));

        Assert.Contains("\"model\": {\n      \"$index\": 1,\n      \"depth\": 3\n    }", text, StringComparison.Ordinal);
    }

    private static string Text(StudyHeader header, TrialRecord trial)
    {
        using MemoryStream stream = new();
        BestJsonWriter.Write(stream, header, trial);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
