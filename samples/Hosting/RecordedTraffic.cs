namespace Hosting;

/// <summary>When messages came, in milliseconds; in the place of what a real service would record: quiet times, and bursts.</summary>
public sealed class RecordedTraffic
{
    private const int Messages = 4000;

    public RecordedTraffic()
    {
        Random random = new(7);
        double now = 0;
        double[] times = new double[Messages];
        for (int i = 0; i < Messages; i++)
        {
            bool isBurst = i / 400 % 3 == 1;
            now += -Math.Log(1 - random.NextDouble()) * (isBurst ? 0.4 : 3);
            times[i] = now;
        }

        Arrivals = times;
    }

    /// <summary>Gets the times, earliest first.</summary>
    public IReadOnlyList<double> Arrivals { get; }
}
