using System.Collections.Frozen;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Storage;
using Hypermax.Studies;
using Hypermax.Studies.Guiding;
using Hypermax.Tables;

namespace Hypermax.Dashboard.Live;

/// <summary>A study at one moment; immutable, so that all that is answered from it belongs together.</summary>
internal sealed class StudyMoment
{
    private readonly Lazy<StudyData> _data;
    private readonly Lazy<TrialTable> _table;
    private readonly Lazy<StudyCounts> _counts;

    public StudyMoment()
    {
        _data = new Lazy<StudyData>(() => new StudyData(Header!, Trials));
        _table = new Lazy<TrialTable>(() => new TrialTable(Header!, Trials));
        _counts = new Lazy<StudyCounts>(() => StudyCounts.Of(this));
    }

    /// <summary>Gets a number that grows with everything that changes.</summary>
    public required long Version { get; init; }

    /// <summary>Gets what the study is, or null when that is not known.</summary>
    public StudyHeader? Header { get; init; }

    /// <summary>Gets the trials by number.</summary>
    public IReadOnlyList<TrialRecord> Trials { get; init; } = [];

    /// <summary>Gets what people told the study to do.</summary>
    public IReadOnlyList<Steering> Steering { get; init; } = [];

    /// <summary>Gets the intermediate values of the running trials.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<TrialReport>> Reports { get; init; } = new Dictionary<int, IReadOnlyList<TrialReport>>();

    /// <summary>Gets the numbers of trials whose search was killed and that wait to be run again by the one that runs now.</summary>
    public IReadOnlySet<int> Waiting { get; init; } = FrozenSet<int>.Empty;

    /// <summary>Gets how many records were damaged.</summary>
    public int Damaged { get; init; }

    /// <summary>Gets who searches, for people, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets what the search says of itself, or null.</summary>
    public GuideStatus? Search { get; init; }

    /// <summary>Gets what keeps the study from being read, in a sentence; null when nothing does.</summary>
    public string? Trouble { get; init; }

    /// <summary>Gets whether the study is not there any more.</summary>
    public bool IsGone { get; init; }

    /// <summary>Gets the study as reports read it.</summary>
    public StudyData Data => _data.Value;

    /// <summary>Gets its trials as a table.</summary>
    public TrialTable Table => _table.Value;

    /// <summary>Gets its figures.</summary>
    public StudyCounts Counts => _counts.Value;

    /// <summary>Gets what people want of the parameters.</summary>
    public ParameterWishes Wishes => ParameterWishes.Of(Steering);

    /// <summary>Gets where the study stands, in one word.</summary>
    public string State => IsGone ? "gone"
        : Trouble is not null ? "unreadable"
        : Header is null ? "empty"
        : Owner is null ? (Counts.Running > 0 ? "interrupted" : "ended")
        : Search is { IsStopping: true } ? "stopping"
        : Search is { IsPaused: true } ? "paused"
        : "running";

    /// <summary>Gets how many trials run at this moment; of a study that nobody searches, how many were running.</summary>
    public int Running => Counts.Running - Waiting.Count;

    /// <summary>Gets the intermediate values of a trial, while it runs as well.</summary>
    public IReadOnlyList<TrialReport> ReportsOf(TrialRecord trial) => trial.Outcome?.Reports ?? Reports.GetValueOrDefault(trial.Number) ?? [];

    /// <summary>Finds a trial by its number; null where there is none.</summary>
    public TrialRecord? Find(int number)
    {
        (int low, int high) = (0, Math.Min(Trials.Count - 1, number));
        while (low <= high)
        {
            int middle = (low + high) / 2;
            switch (Trials[middle].Number.CompareTo(number))
            {
                case 0:
                    return Trials[middle];
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return null;
    }
}
