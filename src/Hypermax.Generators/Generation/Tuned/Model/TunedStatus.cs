namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>Where the values of a study come from.</summary>
internal enum TunedStatus
{
    /// <summary>There is no tuned file.</summary>
    Untuned,

    /// <summary>From the tuned file.</summary>
    Tuned,

    /// <summary>The tuned file does not fit the type any more.</summary>
    Stale,

    /// <summary>The tuned file cannot be read.</summary>
    Damaged,
}
