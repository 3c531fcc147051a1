using Hypermax.Dashboard.Live;

namespace Hypermax.Dashboard.Trials;

/// <summary>Keeps the last selections of trials: leafing through a hundred thousand of them sorts them once.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class TrialSelections
{
    private readonly LastKept<Key, IReadOnlyList<TrialRecord>> _kept = new(8);

    /// <summary>Gets the trials that pass a filter, in an order.</summary>
    /// <param name="moment">The study.</param>
    /// <param name="query">Which trials.</param>
    /// <exception cref="FormatException">The filter or the column makes no sense.</exception>
    public IReadOnlyList<TrialRecord> Of(StudyMoment moment, TrialsQuery query) => _kept.Get(
        new Key(moment.Version, query.Filter, query.Sort, query.IsDescending, string.Join(',', query.Numbers ?? [])),
        () => Select(moment, query));

    /// <summary>Lets go of everything.</summary>
    public void Clear() => _kept.Clear();

    private static IReadOnlyList<TrialRecord> Select(StudyMoment moment, TrialsQuery query)
    {
        Func<TrialRecord, bool> passes = TrialExpression.Compile(query.Filter, moment.Table);
        HashSet<int>? numbers = query.Numbers is { } wanted ? [.. wanted] : null;
        IEnumerable<TrialRecord> rows = moment.Trials.Where(trial => numbers?.Contains(trial.Number) != false && passes(trial));
        return query.Sort is "" or "trial" ? (query.IsDescending ? [.. rows.Reverse()] : [.. rows]) : moment.Table.Order(rows, query.Sort, query.IsDescending);
    }

    private sealed record Key(long Version, string Filter, string Sort, bool IsDescending, string Numbers);
}
