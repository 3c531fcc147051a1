using Hypermax.Storage;
using Hypermax.Studies;

namespace Hypermax;

/// <summary>A trial that has been asked for and not yet told: a number and a point.</summary>
/// <remarks>Safe to share between threads.</remarks>
public class Trial
{
    private readonly AskTell _trials;
    private readonly TrialRecord _record;

    internal Trial(TrialRecord record, StudyHeader header, AskTell trials)
    {
        (_record, _trials) = (record, trials);
        Space = header.Space;
        Seed = TrialSeed.Of(header.Seed, trials.FirstOf(record));
    }

    private protected Trial(Trial trial, SearchSpace space)
    {
        (_record, _trials, Seed, Space) = (trial._record, trial._trials, trial.Seed, space);
    }

    /// <summary>Gets the number of the trial within its study, from 0.</summary>
    public int Number => _record.Number;

    /// <summary>Gets the seed for the trial's own random draws: the same for the same study seed and trial number; of a trial that continues others, that of
    /// the first of these.</summary>
    public int Seed { get; }

    /// <summary>Gets the space of the point.</summary>
    public SearchSpace Space { get; }

    /// <summary>Gets the point to evaluate.</summary>
    public Point Point => _record.Point;

    /// <summary>Gets what the trial may spend, and which trial it continues; null in a study without budgets.</summary>
    public TrialBudget? Budget => _record.Budget;

    /// <summary>Gets why the point was proposed.</summary>
    public Insight? Insight => _record.Insight;

    /// <summary>Gets the value of a parameter in external form: a string, a boolean, a long or a double;
    /// null where the parameter does not exist at the point.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <exception cref="ArgumentException">There is no such parameter; the message names those that there are.</exception>
    public object? this[string parameter]
    {
        get
        {
            int index = ParameterNames.IndexOf(Space, parameter);
            return Point.Has(index) ? Spaces.PointJson.ToExternal(Space.Parameters[index], Point[index]) : null;
        }
    }

    /// <summary>Gets whether the study's pruner has decided from the reports that the trial is not worth finishing; tell it with
    /// <see cref="Study.TellPruned(Trial)"/> then.</summary>
    public bool ShouldPrune => ReasonToStop is not null;

    /// <summary>Gets why the trial should be stopped, a sentence; null when it should go on.</summary>
    public string? ReasonToStop => _trials.VerdictOn(Number);

    /// <summary>Reports an intermediate value; it is in the store before this returns,
    /// and stands in the outcome that is told without reports of its own.</summary>
    /// <param name="value">The value so far, in the objective's own direction.</param>
    /// <param name="step">Where the trial stands, such as the epoch; a later report at the same step replaces the earlier one.</param>
    /// <exception cref="InvalidOperationException">The trial was told before.</exception>
    public void Report(double value, long step) => _trials.Report(Number, new TrialReport(step, value));

    /// <summary>Says what the trial has for a constraint; a trial that breaks one is infeasible: kept, learned from, and never the best.</summary>
    /// <remarks>Recorded when the trial is told. The last value of a name counts.</remarks>
    /// <param name="name">What the figure is called; not empty.</param>
    /// <param name="value">The value; a finite number.</param>
    /// <param name="atMost">The largest value allowed; by default the bound that the study declares for the name.</param>
    /// <param name="atLeast">The smallest value allowed; by default the bound that the study declares for the name.</param>
    /// <exception cref="InvalidOperationException">The trial was told before.</exception>
    public void Constrain(string name, double value, double atMost = double.PositiveInfinity, double atLeast = double.NegativeInfinity)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _trials.Constrain(Number, new ConstraintValue(new OutcomeConstraint(name, atMost, atLeast), value));
    }
}
