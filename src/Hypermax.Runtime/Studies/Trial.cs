namespace Hypermax;

/// <summary>A trial that has been asked for and not yet told: a number and a point.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public class Trial
{
    internal Trial(TrialRecord record, SearchSpace space, int seed)
    {
        Record = record;
        Space = space;
        Seed = seed;
    }

    /// <summary>Gets the number of the trial within its study, from 0.</summary>
    public int Number => Record.Number;

    /// <summary>Gets the seed for the trial's own random draws: the same for the same study seed and trial number.</summary>
    public int Seed { get; }

    /// <summary>Gets the space of the point.</summary>
    public SearchSpace Space { get; }

    /// <summary>Gets the point in vector form. Not to be written to.</summary>
    public double[] Vector => Record.Vector;

    /// <summary>Gets why the point was proposed.</summary>
    public Insight? Insight => Record.Insight;

    /// <summary>Gets the trial as it was recorded when it was asked for.</summary>
    internal TrialRecord Record { get; }
}
