using System.Runtime.InteropServices;

namespace Hypermax.Pruning.Curves;

/// <summary>The curves of finished trials, only ever added to, with an index by step that is made where somebody asks for one.</summary>
/// <remarks>Cost of a column: once a look at every curve, then only at those that are new.</remarks>
internal sealed class CurveTable
{
    private readonly List<LearningCurve> _curves = [];
    private readonly List<int> _complete = [];
    private readonly List<int> _best = [];
    private readonly Dictionary<(long Step, bool OrBeyond), Column> _columns = [];

    public int Count => _curves.Count;

    public LearningCurve this[int row] => _curves[row];

    public void Add(LearningCurve curve)
    {
        int row = _curves.Count;
        int best = row > 0 ? _best[^1] : -1;
        bool isBetter = curve.IsComplete && (best < 0 || curve.FinalLoss < _curves[best].FinalLoss);
        _best.Add(isBetter ? row : best);
        _curves.Add(curve);
        if (curve.IsComplete)
        {
            _complete.Add(row);
        }
    }

    /// <summary>Gets the row of the best complete trial among the first ones, or −1.</summary>
    public int BestOf(int count) => count == 0 ? -1 : _best[count - 1];

    /// <summary>Gets how many of the first ones are complete.</summary>
    public int CompleteOf(int count) => Before(CollectionsMarshal.AsSpan(_complete), count);

    /// <summary>Gets the row of the first complete trial that reported, or −1.</summary>
    public int FirstCompleteOf(int count)
    {
        foreach (int row in _complete)
        {
            if (row >= count)
            {
                return -1;
            }

            if (_curves[row].Count > 0)
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>Gets what the first ones said at a step, or at the first one from there on.</summary>
    public CurveColumn ColumnOf(long step, bool orBeyond, int count)
    {
        ref Column? column = ref CollectionsMarshal.GetValueRefOrAddDefault(_columns, (step, orBeyond), out _);
        column ??= new Column();
        column.Read(_curves, step, orBeyond);
        int length = Before(CollectionsMarshal.AsSpan(column.Rows), count);
        return new CurveColumn(CollectionsMarshal.AsSpan(column.Rows)[..length], CollectionsMarshal.AsSpan(column.Losses)[..length]);
    }

    private static int Before(ReadOnlySpan<int> rows, int count)
    {
        int place = rows.BinarySearch(count);
        return place < 0 ? ~place : place;
    }

    private sealed class Column
    {
        private int _read;

        public List<int> Rows { get; } = [];

        public List<double> Losses { get; } = [];

        public void Read(List<LearningCurve> curves, long step, bool orBeyond)
        {
            for (; _read < curves.Count; _read++)
            {
                LearningCurve curve = curves[_read];
                int place = orBeyond ? curve.From(step) : curve.At(step);
                if (place >= 0)
                {
                    Rows.Add(_read);
                    Losses.Add(curve.Losses[place]);
                }
            }
        }
    }
}
