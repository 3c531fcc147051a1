namespace Hypermax.Conformance;

/// <summary>A promise was broken; fails the test.</summary>
/// <remarks>The message names the class, the promise, what showed that it is broken, and how to see it again.</remarks>
public sealed class ConformanceException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="culprit">The name of the class that broke the promise.</param>
    /// <param name="promise">The promise, as a sentence without its full stop.</param>
    /// <param name="shown">What showed it: inputs, what should have come and what came; a line for each.</param>
    public ConformanceException(string culprit, string promise, params IEnumerable<string> shown)
        : base($"{culprit} breaks a promise: {promise}.{string.Concat(shown.Select(line => $"{Environment.NewLine}  {line}"))}") => Promise = promise;

    /// <summary>Gets the promise that was broken.</summary>
    public string Promise { get; }
}
