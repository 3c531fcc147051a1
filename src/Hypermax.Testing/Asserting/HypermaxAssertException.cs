using Hypermax.Build.Protocol;

namespace Hypermax.Testing;

/// <summary>
/// A search did not find what it must, tuned values have got worse, or a test of them cannot be run as it is written; test frameworks show it as a failed
/// test.
/// </summary>
/// <param name="message">What failed, and what to do about it.</param>
/// <param name="inner">What went wrong underneath, or null.</param>
public sealed class HypermaxAssertException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Gets the rule under which continuous integration shows it.</summary>
    internal BuildRule Rule { get; init; } = BuildRules.TestFailed;
}
