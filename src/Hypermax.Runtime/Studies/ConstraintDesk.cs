using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>Collects what running trials say about their constraints, and gives values without a bound the one that the study declares.</summary>
/// <remarks>Called within a turn of the store.</remarks>
internal sealed class ConstraintDesk(StudyHeader header)
{
    private readonly Dictionary<int, List<ConstraintValue>> _running = [];

    /// <summary>Notes a value; the last one of a name counts.</summary>
    public void Note(int number, ConstraintValue value)
    {
        if (!_running.TryGetValue(number, out List<ConstraintValue>? values))
        {
            _running.Add(number, values = []);
        }

        values.RemoveAll(known => known.Name == value.Name);
        values.Add(value);
    }

    /// <summary>Adds to an outcome what it leaves out.</summary>
    public TrialOutcome Complete(int number, TrialOutcome outcome)
    {
        List<ConstraintValue>? noted = _running.GetValueOrDefault(number);
        if (noted is null && outcome.Constraints.Count == 0)
        {
            return outcome;
        }

        ConstraintValue[] values = [.. outcome.Constraints, .. noted ?? []];
        return outcome with { Constraints = [.. InOrder(values.DistinctBy(value => value.Name, StringComparer.Ordinal).Select(Bounded))] };
    }

    /// <summary>Forgets a trial: it ended, or begins once more.</summary>
    public void Forget(int number) => _running.Remove(number);

    private ConstraintValue Bounded(ConstraintValue value) => value.Constraint.IsBounded
        ? value
        : value with { Constraint = header.Constraints.FirstOrDefault(declared => declared.Name == value.Name) ?? value.Constraint };

    // Declared ones in the order of the study, others as they were given.
    private IOrderedEnumerable<ConstraintValue> InOrder(IEnumerable<ConstraintValue> values) =>
        values.OrderBy(value => Enumerable.Range(0, header.Constraints.Count).FirstOrDefault(i => header.Constraints[i].Name == value.Name, int.MaxValue));
}
