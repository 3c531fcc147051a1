using Hypermax.Pruning;
using Hypermax.Storage;
using Hypermax.Studies.Racing;
using Hypermax.Studies.Budgeting;

namespace Hypermax.Studies;

/// <summary>Collects what running trials report, and asks the pruner whether they are worth finishing.</summary>
/// <remarks>Called within a turn of the store.</remarks>
internal sealed class PruningDesk(StudyHeader header, IPruner? pruner, Func<int, CurveHistory> curvesFor, IStudyStore store)
{
    // With what those reported that a trial continues; its own reports stand apart.
    private readonly SortedDictionary<int, LearningCurve> _running = [];
    private readonly Dictionary<int, LearningCurve> _reports = [];
    private readonly Dictionary<int, string> _verdicts = [];

    /// <summary>Takes a report.</summary>
    /// <returns>Why the trial should be stopped, now or since an earlier report; null when it should go on.</returns>
    public string? Report(TrialRecord trial, TrialReport report)
    {
        int number = trial.Number;
        if (!_running.TryGetValue(number, out LearningCurve? curve))
        {
            _running.Add(number, curve = new LearningCurve(number));
            TrialChain.AddEarlier(curve, store.Trials, trial, header.Directions[0]);
        }

        if (!_reports.TryGetValue(number, out LearningCurve? own))
        {
            _reports.Add(number, own = new LearningCurve(number));
        }

        // Steps that go backwards or repeat tell nothing about how far the trial has come.
        bool isFurther = curve.Count == 0 || report.Step > curve.Steps[^1];
        curve.Add(report.Step, header.Directions[0].ToLoss(report.Value));
        own.Add(report.Step, header.Directions[0].ToLoss(report.Value));
        if (pruner is not null && isFurther && !_verdicts.ContainsKey(number) && !IsSpared(number) && pruner.FindReason(ContextOf(curve)) is { } reason)
        {
            _verdicts.Add(number, $"The pruner '{pruner.Name}' stopped the trial: {reason}.");
        }

        return VerdictOn(number);
    }

    /// <summary>Gets why a trial should be stopped, or null.</summary>
    public string? VerdictOn(int number) => _verdicts.GetValueOrDefault(number);

    /// <summary>Adds to an outcome what it leaves out: the reports; for a stopped trial its last one as the value, and the verdict.</summary>
    public TrialOutcome Complete(int number, TrialOutcome outcome)
    {
        IReadOnlyList<TrialReport> reports = outcome.Reports.Count == 0 ? ReportsOf(number) : outcome.Reports;
        return outcome.State != TrialState.Pruned ? outcome with { Reports = reports } : outcome with
        {
            Reports = reports,
            Value = outcome.HasValue || reports.Count == 0 ? outcome.Value : reports[^1].Value,
            Message = outcome.Message ?? VerdictOn(number),
        };
    }

    private TrialReport[] ReportsOf(int number)
    {
        if (!_reports.TryGetValue(number, out LearningCurve? curve))
        {
            return [];
        }

        TrialReport[] reports = new TrialReport[curve.Count];
        for (int i = 0; i < reports.Length; i++)
        {
            reports[i] = new TrialReport(curve.Steps[i], header.Directions[0].ToLoss(curve.Losses[i]));
        }

        return reports;
    }

    /// <summary>Forgets a trial: it ended, or begins once more.</summary>
    public void Forget(int number)
    {
        _running.Remove(number);
        _reports.Remove(number);
        _verdicts.Remove(number);
    }

    // A repeat that is stopped for being worse would leave only the lucky ones for the mean.
    private bool IsSpared(int number) => Race.IsRepeat(store.Trials[number]);

    private PrunerContext ContextOf(LearningCurve curve) => new()
    {
        Curve = curve,
        History = curvesFor(curve.Number),
        Running = header.Order == ProposalOrder.Arrival ? [.. _running.Values.Where(other => other.Number != curve.Number)] : [],
        Direction = header.Directions[0],
        Seed = header.Seed,
    };
}
