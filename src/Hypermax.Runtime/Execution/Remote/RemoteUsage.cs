using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution.Usages;

namespace Hypermax.Execution.Remote;

/// <summary>What a trial uses on its host, as the script beside it says again and again.</summary>
/// <param name="job">The trial.</param>
internal sealed class RemoteUsage(TrialJob job) : IDisposable
{
    private readonly ToldUsage _told = new(job);
    private readonly long _began = Stopwatch.GetTimestamp();
    private long _peak;

    /// <summary>Takes the text <c>BYTES MILLISECONDS</c>; others are passed over.</summary>
    public void Take(string text)
    {
        if (text.Split(' ') is [var memory, var time]
            && long.TryParse(memory, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds))
        {
            _peak = Math.Max(_peak, bytes);
            _told.Take(new RunningUsage(job.Number, Stopwatch.GetElapsedTime(_began).TotalSeconds, milliseconds / 1000.0, bytes, _peak));
        }
    }

    public void Dispose() => _told.End();
}
