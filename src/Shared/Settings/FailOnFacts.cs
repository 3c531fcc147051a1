namespace Hypermax.Settings;

/// <summary>What a search came to, for the conditions that fail a build. NaN stands for what there is not.</summary>
/// <param name="Value">The best value.</param>
/// <param name="Failures">How many trials failed.</param>
/// <param name="Trials">How many trials completed.</param>
/// <param name="Finished">How many trials ended in any way.</param>
internal sealed record FailOnFacts(double Value, int Failures, int Trials, int Finished)
{
    /// <summary>Gets how many trials a limit ended.</summary>
    public int Kills { get; init; }

    /// <summary>Gets the value in the tuned file before the search.</summary>
    public double Recorded { get; init; } = double.NaN;

    /// <summary>Gets the value at the declared defaults.</summary>
    public double Default { get; init; } = double.NaN;

    /// <summary>Gets the value that was to be reached.</summary>
    public double Target { get; init; } = double.NaN;

    /// <summary>Gets whether larger values are better.</summary>
    public bool IsMaximized { get; init; }

    /// <summary>Gets by how much the best value is worse than another one; below 0 where it is better.</summary>
    public double WorseThan(double other) => IsMaximized ? other - Value : Value - other;
}
