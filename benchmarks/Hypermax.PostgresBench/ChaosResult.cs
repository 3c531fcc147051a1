namespace Hypermax.PostgresBench;

/// <summary>What became of a study whose workers were killed.</summary>
/// <param name="Planned">How many trials it should have.</param>
/// <param name="Ends">How many ends of trials its records have.</param>
/// <param name="Ended">How many trials these are.</param>
/// <param name="Complete">How many are complete in the table of trials.</param>
/// <param name="Again">How many were run more than once, for their worker was killed.</param>
internal sealed record ChaosResult(long Planned, long Ends, long Ended, long Complete, long Again)
{
    /// <summary>Gets whether every trial has the value of its point.</summary>
    public bool HasTheValues { get; init; }

    /// <summary>Gets how many trials workers said they had told: the others were stored, and their worker was killed before it said so.</summary>
    public int Told { get; init; }

    /// <summary>Gets how many trials were told by two workers.</summary>
    public int ToldTwice { get; init; }

    public int Processes { get; init; }

    public int Workers { get; init; }

    public int Connections { get; init; }

    public double Seconds { get; init; }

    /// <summary>Gets whether the study has exactly its trials, none of them twice.</summary>
    public bool IsExact => Ends == Planned && Ended == Planned && Complete == Planned && HasTheValues && ToldTwice == 0 && Told <= Planned;

    public override string ToString() => FormattableString.Invariant(
            $"{Planned} trials: {Ends} ends of {Ended} trials, {Complete} complete, {ToldTwice} told twice, {Again} run again; ")
        + FormattableString.Invariant($"{Processes} processes with {Workers} workers and {Connections} connections were killed in {Seconds:F0} s: ")
        + (IsExact ? "exact" : "NOT EXACT");
}
