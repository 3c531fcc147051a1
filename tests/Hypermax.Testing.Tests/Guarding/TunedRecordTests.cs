using Hypermax.Building;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;

namespace Hypermax.Testing.Tests.Guarding;

/// <summary>What a tuned file says can be wrong in each of its figures, for it is text that people merge by hand.</summary>
public sealed class TunedRecordTests
{
    private static readonly Dictionary<string, string> Right = new(StringComparer.Ordinal)
    {
        ["mean"] = "0.5", ["spread"] = "0.1", ["repeats"] = "10", ["trial"] = "3", ["seed"] = "1",
    };

    [Fact]
    public void Record_OfARightFile_HasItsFigures()
    {
        TunedRecord record = Read(Right);

        Assert.Equal((0.5, 0.1, 10, 3, 1L), (record.Mean, record.Spread, record.Repeats, record.Trial, record.Seed));
    }

    [Theory]
    [InlineData("mean", "NaN")]
    [InlineData("spread", "-1")]
    [InlineData("spread", "Infinity")]
    [InlineData("repeats", "0")]
    [InlineData("repeats", "ten")]
    public void Record_WithAFigureThatCannotBe_IsRefusedByName(string name, string text)
    {
        HypermaxAssertException error = Assert.Throws<HypermaxAssertException>(() => Read(new(Right, StringComparer.Ordinal) { [name] = text }));

        Assert.Contains($"('{name}' is '{text}')", error.Message, StringComparison.Ordinal);
        Assert.Contains("run 'dotnet build -t:Hypertune -p:HypertuneStudy=Hand', and commit the file.", error.Message, StringComparison.Ordinal);
    }

    private static TunedRecord Read(Dictionary<string, string> facts) => TunedRecord.Of(new DeclaredObjective(
        new ObjectiveDescriptor(
            "Hand",
            Knobs.SearchSpace,
            new Dictionary<string, string>(),
            new SourcePosition("Hand.cs", 1, 1),
            (_, _) => Task.FromResult(0.0),
            "Kitchen.Hand",
            new TunedResult("Hand.hypertune.json", null, facts, new Dictionary<string, double> { ["X"] = 0.25, ["N"] = 3 })),
        typeof(TunedRecordTests).Assembly));
}
