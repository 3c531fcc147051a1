using Hypermax.Trials;

namespace Hypermax.Sampling.Distinct;

/// <summary>The points that have been tried or are running, for looking up; kept up as rows are added.</summary>
internal sealed class TriedPoints
{
    private readonly HashSet<ulong> _finished = [];
    private readonly HashSet<ulong> _running = [];
    private TrialHistory? _history;
    private double[] _row = [];
    private int _rows;

    /// <summary>Gets the number of different points.</summary>
    public int Count { get; private set; }

    public void Update(TrialHistory history, IReadOnlyList<Point> running, int parameters)
    {
        if (!ReferenceEquals(history, _history))
        {
            (_history, _rows, _row) = (history, 0, new double[parameters]);
            _finished.Clear();
        }

        for (; _rows < history.Count; _rows++)
        {
            history.CopyRow(_rows, _row);
            _finished.Add(Hash(_row));
        }

        _running.Clear();
        Count = _finished.Count;
        for (int i = 0; i < running.Count; i++)
        {
            ulong hash = Hash(running[i]);
            Count += !_finished.Contains(hash) && _running.Add(hash) ? 1 : 0;
        }
    }

    public bool Contains(ReadOnlySpan<double> vector)
    {
        ulong hash = Hash(vector);
        return _finished.Contains(hash) || _running.Contains(hash);
    }

    /// <summary>Tells whether a point has a row in the history.</summary>
    public bool IsFinished(ReadOnlySpan<double> vector) => _finished.Contains(Hash(vector));

    // 64 bits: two different points among a million share a hash once in forty million studies.
    private static ulong Hash(ReadOnlySpan<double> vector)
    {
        ulong hash = 14695981039346656037;
        foreach (double value in vector)
        {
            ulong bits = double.IsNaN(value) ? 0x7FF8000000000000 : BitConverter.DoubleToUInt64Bits(value + 0.0);
            hash = (hash ^ bits) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash;
    }
}
