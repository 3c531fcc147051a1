namespace HypermaxProject1;

public class TunedTests
{
    // Fails until 'dotnet build -t:Hypertune' has tuned once, and from then on when the tuned values have got worse than recorded.
    [TunedFact(nameof(Training.Measure))]
    public void Measure_TunedValues_AreAsGoodAsRecorded()
    {
    }
}
