namespace Hypermax.Building;

/// <summary>What a committed tuned file says, compiled into the assembly of its objective; see docs/formats/tuned-file.md.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class TunedResult
{
    /// <summary>Creates a result; called by generated code.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="stale">Why the file no longer fits the search space, as rule HMX2001 says it; null when it fits.</param>
    /// <param name="facts">The keys of the file besides the parameters, with their values as texts.</param>
    /// <param name="point">The active parameters by their paths, in vector form; empty when the file no longer fits.</param>
    public TunedResult(string file, string? stale, IReadOnlyDictionary<string, string> facts, IReadOnlyDictionary<string, double> point)
    {
        File = file;
        Stale = stale;
        Facts = facts;
        Point = point;
    }

    /// <summary>Gets the name of the file.</summary>
    public string File { get; }

    /// <summary>Gets why the file no longer fits the search space, as rule HMX2001 says it; null when it fits.</summary>
    public string? Stale { get; }

    /// <summary>Gets the keys of the file besides the parameters, with their values as texts.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; }

    /// <summary>Gets the active parameters by their paths, in vector form; empty when the file no longer fits.</summary>
    public IReadOnlyDictionary<string, double> Point { get; }
}
