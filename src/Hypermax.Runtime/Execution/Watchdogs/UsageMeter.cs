namespace Hypermax.Execution.Watchdogs;

/// <summary>Sums up the samples of a trial.</summary>
internal sealed class UsageMeter
{
    private const int MostSamples = 1024;

    private readonly List<long> _sizes = [];
    private readonly TreeSample _first;
    private TreeSample _last;
    private long _peak;
    private int _stride = 1;
    private int _skipped;

    /// <summary>Creates a meter.</summary>
    /// <param name="first">What the processes had used before the trial began.</param>
    public UsageMeter(TreeSample first)
    {
        _first = first;
        _last = first;
    }

    /// <summary>Gets the working set of the last sample.</summary>
    public long LastBytes => _last.Bytes;

    /// <summary>Gets the largest working set of all samples.</summary>
    public long PeakBytes => _peak;

    /// <summary>Gets the processor time since the trial began.</summary>
    public double CpuSeconds => Math.Max(0, _last.CpuSeconds - _first.CpuSeconds);

    public void Add(TreeSample sample)
    {
        _last = sample;
        _peak = Math.Max(_peak, sample.Bytes);
        if (++_skipped < _stride)
        {
            return;
        }

        _skipped = 0;
        _sizes.Add(sample.Bytes);
        if (_sizes.Count == MostSamples)
        {
            // Every second one is enough for a median; long trials must not collect for ever.
            for (int i = 0; i < MostSamples / 2; i++)
            {
                _sizes[i] = _sizes[2 * i];
            }

            _sizes.RemoveRange(MostSamples / 2, MostSamples / 2);
            _stride *= 2;
        }
    }

    public ResourceUsage ToUsage()
    {
        long[] sorted = [.. _sizes.Order()];
        return new ResourceUsage(
            CpuSeconds,
            _peak,
            sorted.Length == 0 ? 0 : sorted[sorted.Length / 2],
            Math.Max(0, _last.ReadBytes - _first.ReadBytes),
            Math.Max(0, _last.WrittenBytes - _first.WrittenBytes));
    }
}
