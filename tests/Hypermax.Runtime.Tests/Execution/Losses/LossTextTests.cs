using Hypermax.Execution.Losses;

namespace Hypermax.Tests.Execution.Losses;

public class LossTextTests
{
    [Theory]
    [InlineData("value", 1, 0, 0)]
    [InlineData("-accuracy", 0, -1, 0)]
    [InlineData("value - 0.5*accuracy", 1, -0.5, 0)]
    [InlineData(" 2e-1 * value+accuracy ", 0.2, 1, 0)]
    [InlineData("value + 3*'my metric'", 1, 0, 3)]
    public void Parse_Sum_HasTheWeights(string text, double value, double accuracy, double quoted)
    {
        LossOptions loss = LossOptions.Parse(text);

        double WeightOf(string name) => loss.Parts.Where(part => part.Name == name).Sum(part => part.Weight);
        Assert.Equal((value, accuracy, quoted), (WeightOf("value"), WeightOf("accuracy"), WeightOf("my metric")));
    }

    [Theory]
    [InlineData("value", null)]
    [InlineData("1*value", null)]
    [InlineData("-accuracy", "- accuracy")]
    [InlineData(" 2e-1 * value+ 'my metric'-accuracy ", "0.2*value + 'my metric' - accuracy")]
    [InlineData("penalty(memory 20 30 0.1) + asymptote('p 99' 20 100)+penalty(time,5,10,0.1)+value",
        "asymptote('p 99', 20, 100) + value + penalty(time, 5, 10, 0.1) + penalty(memory, 20, 30, 0.1)")]
    public void Write_HoweverItWasWritten_OneForm(string text, string? written)
    {
        Assert.Equal(written, LossText.Write(LossOptions.Parse(text)));
        Assert.Equal(written, written is null ? LossText.Write(null) : LossText.Write(LossOptions.Parse(written)));
    }

    [Fact]
    public void Parse_PenaltiesAndAsymptote_AreThoseOfTheClasses()
    {
        LossOptions loss = LossOptions.Parse(
            "value + 2*asymptote(latency.p99, 20, 100) + penalty(time, 5, 10, 0.1) + penalty(memory, 1000, 4000, 0.05) + penalty(cpu,1,2,3)");

        Assert.Equal(new MetricLoss("latency.p99", 2) { Asymptote = new AsymptoteLoss(20, 100) }, loss.Parts[1]);
        Assert.Equal(0.004, loss.Time!.Of(6), 12);
        Assert.Equal(new ResourcePenalty(1000 * 1048576.0, 4000 * 1048576.0, 0.05), loss.Memory);
        Assert.Equal(new ResourcePenalty(1, 2, 3), loss.Cpu);
        Assert.Equal(loss.Time, LossOptions.Parse("value + penalty(time 5 10 0.1)").Time);
        Assert.Equal("my metric", LossOptions.Parse("asymptote('my metric' 1, 2)").Parts[0].Name);
    }

    [Theory]
    [InlineData("", "cannot be understood")]
    [InlineData("value accuracy", "from 'accuracy' on")]
    [InlineData("value + ", "cannot be understood")]
    [InlineData("value / 2", "from '/ 2' on")]
    [InlineData("value + penalty(time, 5, 10)", "needs a name and 3 numbers")]
    [InlineData("value + penalty(gpu, 5, 10, 1)", "penalties on time, cpu and memory")]
    [InlineData("value - penalty(time, 5, 10, 1)", "Write it with a plus")]
    [InlineData("value + penalty(time, 5, 10, 1) + penalty(time, 1, 2, 3)", "two penalties on time")]
    [InlineData("asymptote(latency, 20)", "needs a name and 2 numbers")]
    [InlineData("penalty(time, 5, 10, 1)", "cannot be understood")]
    public void Parse_Nonsense_SaysWhereAndWhatWouldFit(string text, string expected)
    {
        FormatException error = Assert.Throws<FormatException>(() => LossOptions.Parse(text));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
    }
}
