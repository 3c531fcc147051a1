namespace Hypermax.Trials;

/// <summary>What trials usually break each constraint by, so that what is broken of several adds up whatever their units are.</summary>
/// <remarks>The scale of a constraint is the median of what the trials that break it break it by: one trial far off changes it little.</remarks>
internal sealed class ConstraintScales
{
    private readonly Dictionary<string, List<double>> _broken = new(StringComparer.Ordinal);

    /// <summary>Makes the scales of trials.</summary>
    public static ConstraintScales Of(IEnumerable<TrialRecord> trials)
    {
        ConstraintScales scales = new();
        foreach (TrialRecord trial in trials)
        {
            scales.Add(trial.Constraints);
        }

        return scales;
    }

    /// <summary>Adds a trial.</summary>
    public void Add(IReadOnlyList<ConstraintValue> values)
    {
        foreach (ConstraintValue value in values)
        {
            double violation = value.Violation;
            if (violation > 0)
            {
                if (!_broken.TryGetValue(value.Name, out List<double>? known))
                {
                    _broken.Add(value.Name, known = []);
                }

                int place = known.BinarySearch(violation);
                known.Insert(place < 0 ? ~place : place, violation);
            }
        }
    }

    /// <summary>Gets how much a trial that was added breaks in all: each constraint in parts of its scale; 0 where it keeps all.</summary>
    public double SumOf(IReadOnlyList<ConstraintValue> values)
    {
        double sum = 0;
        foreach (ConstraintValue value in values)
        {
            double violation = value.Violation;
            if (violation > 0)
            {
                List<double> known = _broken[value.Name];
                sum += violation / known[known.Count / 2];
            }
        }

        return sum;
    }
}
