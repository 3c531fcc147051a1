using System.Runtime.CompilerServices;

namespace Hypermax.Xunit;

/// <summary>
/// Makes a method a test that searches near the committed tuned values of a study and away from them, and warns, or fails, when something is
/// significantly better.
/// </summary>
/// <remarks>
/// <para>The method is called when nothing is better, or when that is only a warning; it takes nothing, or a <see cref="Testing.ChallengeVerdict"/> to look
/// at.</para>
/// <para>The best trials are evaluated again beside the tuned values, in pairs with seeds that had no part in the search, and a one-sided test
/// of all pairs decides; values that repeat are compared exactly.</para>
/// </remarks>
/// <param name="study">
/// The name of the study, or of its method as <c>nameof</c> gives it; it is looked for in the project of the tests and those it uses.
/// </param>
/// <param name="sourceFilePath">Where the attribute stands; the compiler says it.</param>
/// <param name="sourceLineNumber">The line; the compiler says it.</param>
[AttributeUsage(AttributeTargets.Method)]
#if HYPERMAX_XUNIT_V3
[global::Xunit.v3.XunitTestCaseDiscoverer(typeof(Running.ChallengeDiscoverer))]
#else
[global::Xunit.Sdk.XunitTestCaseDiscoverer("Hypermax.Xunit.Running.ChallengeDiscoverer", "Hypermax.Xunit")]
#endif
public sealed class ChallengeAttribute(string study, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : LocatedFactAttribute(sourceFilePath, sourceLineNumber)
{
    /// <summary>Makes a method a challenge of the tuned values of a study whose name alone is not enough.</summary>
    /// <param name="owner">The class that declares the objective.</param>
    /// <param name="study">The name of the study, or of its method as <c>nameof</c> gives it.</param>
    /// <param name="sourceFilePath">Where the attribute stands; the compiler says it.</param>
    /// <param name="sourceLineNumber">The line; the compiler says it.</param>
    public ChallengeAttribute(Type owner, string study, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : this(study, sourceFilePath, sourceLineNumber) => Owner = owner;

    /// <summary>Gets the class that declares the objective, or null where the name is enough.</summary>
    public Type? Owner { get; }

    /// <summary>Gets the name of the study or of its method.</summary>
    public string Study { get; } = study;

    /// <summary>
    /// Gets or sets how many trials the search has, that of the tuned values among them; <c>HYPERTUNE_TRIALS</c> counts before. By default 30.
    /// </summary>
    /// <value>3 or above.</value>
    public int Trials { get; set; } = 30;

    /// <summary>Gets or sets what every random draw comes from. By default 1, which is not that of an ordinary search.</summary>
    /// <value>0 or above.</value>
    public long Seed { get; set; } = 1;

    /// <summary>Gets or sets how much better the mean must be to count, in units of the loss. By default 0.</summary>
    /// <value>0 or above.</value>
    public double MinGain { get; set; }

    /// <summary>Gets or sets how many of the best trials are confirmed by repeats. By default 3.</summary>
    /// <value>1 or above.</value>
    public int Candidates { get; set; } = 3;

    /// <summary>Gets or sets how many pairs of evaluations a candidate has; where it looks better, four times as many decide. By default 5.</summary>
    /// <value>2 or above.</value>
    public int Repeats { get; set; } = 5;

    /// <summary>Gets or sets how often something may be called better though nothing is, over all candidates. By default 0.01.</summary>
    /// <value>Above 0 and at most 0.2.</value>
    public double ErrorRate { get; set; } = 0.01;

    /// <summary>Gets or sets how much better a value of an objective without noise must be, as a part of it. By default 1e-9.</summary>
    /// <value>0 or above.</value>
    public double Tolerance { get; set; } = 1e-9;

    /// <summary>Gets or sets whether better values fail the test. By default false: they are a warning in its output.</summary>
    public bool Fails { get; set; }
}
