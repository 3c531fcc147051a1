namespace Hypermax.Sampling.Atpe.Statistics;

/// <summary>Some of the valid trials, of which the features are statistics: all, the best, or the youngest.</summary>
internal sealed class ResultGroup
{
    private int[] _byLoss = [];
    private bool[] _isIn = [];

    /// <summary>Gets how many trials are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Gets their rows, best first.</summary>
    public ReadOnlySpan<int> ByLoss => _byLoss.AsSpan(0, Count);

    /// <summary>Tells for each row of the history whether it is in.</summary>
    public ReadOnlySpan<bool> IsIn => _isIn;

    /// <summary>Takes the valid ones of the rows from one on.</summary>
    public void Take(RankedTrials trials, int firstRow)
    {
        Begin(trials);
        foreach (int row in trials.ByLoss)
        {
            if (row >= firstRow)
            {
                Add(row);
            }
        }
    }

    /// <summary>Takes the trials whose loss is no larger than a percentile, interpolated, of all.</summary>
    public void TakeBest(RankedTrials trials, double percent)
    {
        Begin(trials);
        ReadOnlySpan<double> losses = trials.History.Losses;
        int last = (int)Math.Floor((trials.ValidCount - 1) * percent / 100);
        foreach (int row in trials.ByLoss)
        {
            // What lies between two neighbours includes the lower one and its equals, and never the upper one.
            if (Count > last && losses[row] > losses[trials.ByLoss[last]])
            {
                break;
            }

            Add(row);
        }
    }

    private void Begin(RankedTrials trials)
    {
        if (_isIn.Length < trials.History.Count)
        {
            _isIn = new bool[Math.Max(64, trials.History.Count * 2)];
            _byLoss = new int[_isIn.Length];
        }

        Array.Clear(_isIn);
        Count = 0;
    }

    private void Add(int row)
    {
        _byLoss[Count++] = row;
        _isIn[row] = true;
    }
}
