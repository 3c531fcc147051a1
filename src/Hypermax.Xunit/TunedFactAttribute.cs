using System.Runtime.CompilerServices;

namespace Hypermax.Xunit;

/// <summary>
/// Makes a method a test that evaluates the committed tuned values of a study with the code of today, and fails when they have got worse than recorded.
/// </summary>
/// <remarks>
/// <para>The method is called when they have not; it takes nothing, or a <see cref="Testing.TunedVerdict"/> to look at.</para>
/// <para>An objective that repeats is compared exactly, with a tolerance; one that does not by a one-sided test of means that fails for nothing no more
/// often than <see cref="ErrorRate"/> says.</para>
/// </remarks>
/// <param name="study">
/// The name of the study, or of its method as <c>nameof</c> gives it; it is looked for in the project of the tests and those it uses.
/// </param>
/// <param name="sourceFilePath">Where the attribute stands; the compiler says it.</param>
/// <param name="sourceLineNumber">The line; the compiler says it.</param>
[AttributeUsage(AttributeTargets.Method)]
#if HYPERMAX_XUNIT_V3
[global::Xunit.v3.XunitTestCaseDiscoverer(typeof(Running.TunedFactDiscoverer))]
#else
[global::Xunit.Sdk.XunitTestCaseDiscoverer("Hypermax.Xunit.Running.TunedFactDiscoverer", "Hypermax.Xunit")]
#endif
public sealed class TunedFactAttribute(string study, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : LocatedFactAttribute(sourceFilePath, sourceLineNumber)
{
    /// <summary>Makes a method a test of the tuned values of a study whose name alone is not enough.</summary>
    /// <param name="owner">The class that declares the objective.</param>
    /// <param name="study">The name of the study, or of its method as <c>nameof</c> gives it.</param>
    /// <param name="sourceFilePath">Where the attribute stands; the compiler says it.</param>
    /// <param name="sourceLineNumber">The line; the compiler says it.</param>
    public TunedFactAttribute(Type owner, string study, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : this(study, sourceFilePath, sourceLineNumber) => Owner = owner;

    /// <summary>Gets the class that declares the objective, or null where the name is enough.</summary>
    public Type? Owner { get; }

    /// <summary>Gets the name of the study or of its method.</summary>
    public string Study { get; } = study;

    /// <summary>Gets or sets how much worse than recorded the mean may be, in units of the loss. By default 0.</summary>
    /// <value>0 or above.</value>
    public double MaxLossIncrease { get; set; }

    /// <summary>Gets or sets how often the point is evaluated; where that looks worse, four times as many evaluations decide. By default 5.</summary>
    /// <value>2 or above.</value>
    public int Repeats { get; set; } = 5;

    /// <summary>Gets or sets how often the test may fail though nothing has got worse. By default 0.01: one time in a hundred.</summary>
    /// <value>Above 0 and at most 0.2.</value>
    public double ErrorRate { get; set; } = 0.01;

    /// <summary>Gets or sets how far a value of an objective without noise may be from the recorded one, as a part of it. By default 1e-9.</summary>
    /// <value>0 or above.</value>
    public double Tolerance { get; set; } = 1e-9;
}
