namespace HypermaxProject1;

public class TunedTests
{
    [Fact]
    public void Tuned_Settings_AreGoodEnough() => Assert.True(Training.Measure(Training.Tuned.Measure) < 1, "Tune again with 'dotnet build -t:Hypertune'.");
}
