namespace Hypermax;

/// <summary>What an objective may know of and say about the trial it evaluates.</summary>
/// <remarks>One instance a trial. Members may be called from several threads of the objective at once.</remarks>
public abstract class TrialContext
{
    /// <summary>Gets the number of the trial within its study, from 0.</summary>
    public abstract int Number { get; }

    /// <summary>Gets the token that is cancelled when the trial should end early: a limit, Ctrl-C, or a pruner.</summary>
    public abstract CancellationToken Cancellation { get; }

    /// <summary>Gets the seed of the trial: the same for the same study seed and trial number, whatever runs beside it.</summary>
    public abstract int Seed { get; }

    /// <summary>Gets a random source seeded with <see cref="Seed"/>; not safe to share between threads.</summary>
    public abstract Random Random { get; }

    /// <summary>Gets the budget up to which the trial runs, such as the number of epochs; null in a study without budgets.</summary>
    /// <value>What it continues counts: a trial with budget 27 that goes on from a checkpoint at 9 has 18 left.</value>
    public virtual double? Budget => null;

    /// <summary>Gets whether this is the short run before the whole trial, with limits of its own: do a part of the work; what is returned counts for
    /// nothing.</summary>
    /// <value>By default false; true only where a precheck was asked for, and only in its run.</value>
    public virtual bool IsPrecheck => false;

    /// <summary>Gets the folder for the state that a trial goes on from, created on first use; null in a study without budgets or not stored on disk.</summary>
    /// <value>Holds what the trial left there that this one continues, as a copy of its own; empty where it starts anew. Leave the state there before
    /// the objective returns: another trial at the same point may go on from it, up to a larger budget. Kept as long as one may, and for the best.</value>
    public virtual string? Checkpoint => null;

    /// <summary>Gets the folder for files of this trial, created on first use, or null when the study is not stored on disk.</summary>
    public virtual string? ArtifactsFolder => null;

    /// <summary>Gets whether a pruner has decided that the trial is not worth finishing.</summary>
    public virtual bool ShouldPrune => false;

    /// <summary>Reports an intermediate value of the objective.</summary>
    /// <param name="value">The value so far, in the objective's own direction.</param>
    /// <param name="step">Where the trial stands, such as the epoch; a later report at the same step replaces the earlier one.</param>
    public abstract void Report(double value, long step);

    /// <summary>Records a named figure beside the objective, such as accuracy; the last value of a name counts.</summary>
    /// <param name="name">What the figure is called in tables; not empty.</param>
    /// <param name="value">Any number, including NaN and infinities.</param>
    public abstract void SetMetric(string name, double value);

    /// <summary>Records a named text with the trial; the last value of a name counts.</summary>
    /// <param name="name">What the text is called in tables; not empty.</param>
    /// <param name="value">The text.</param>
    public abstract void SetAttribute(string name, string value);

    /// <summary>Says what the trial has for a constraint; a trial that breaks one is infeasible: kept, learned from, and never the best.</summary>
    /// <remarks>The last value of a name counts. In a study that declares the constraint the bounds may be left out.</remarks>
    /// <param name="name">What the figure is called; not empty.</param>
    /// <param name="value">The value; NaN and infinities make the trial a failure.</param>
    /// <param name="atMost">The largest value allowed; by default the bound that the study declares for the name.</param>
    /// <param name="atLeast">The smallest value allowed; by default the bound that the study declares for the name.</param>
    /// <exception cref="NotSupportedException">Who runs the trial does not take constraints.</exception>
    public virtual void Constrain(string name, double value, double atMost = double.PositiveInfinity, double atLeast = double.NegativeInfinity) =>
        throw new NotSupportedException($"The constraint '{name}' cannot be recorded, for who runs the trial does not take constraints.");
}
