using System.Runtime.CompilerServices;

namespace Hypermax.Xunit;

/// <summary>
/// Makes a method a test that searches: it takes a <c>[SearchSpace]</c> type and returns its loss, and passes when the search reaches its target or,
/// without one, ends.
/// </summary>
/// <remarks>
/// <para>The method may take a <see cref="TrialContext"/> and a <see cref="CancellationToken"/> as well, and return <see cref="double"/>,
/// <c>Task&lt;double&gt;</c> or <c>ValueTask&lt;double&gt;</c>. All trials of a search run on one instance of the class, made with its fixtures as
/// for any fact; with several workers they run on it at the same time.</para>
/// <para>The study lies in <c>hypertune/&lt;name&gt;</c> beside the test assembly, with report, results and tuned values; <c>HYPERTUNE_TEST_OUTPUT</c>
/// names another
/// folder. A search that was ended early goes on there the next time, as long as code and settings are the same; one that came to its end begins afresh.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
#if HYPERMAX_XUNIT_V3
[global::Xunit.v3.XunitTestCaseDiscoverer(typeof(Running.TuneDiscoverer))]
#else
[global::Xunit.Sdk.XunitTestCaseDiscoverer("Hypermax.Xunit.Running.TuneDiscoverer", "Hypermax.Xunit")]
#endif
public sealed partial class TuneAttribute : LocatedFactAttribute
{
    /// <summary>Makes a method a search.</summary>
    /// <param name="sourceFilePath">Where the attribute stands; the compiler says it.</param>
    /// <param name="sourceLineNumber">The line; the compiler says it.</param>
    public TuneAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
    }

    /// <summary>
    /// Gets or sets the objective to search instead of the method itself: the name of its study, or of its method as <c>nameof</c> gives it. By default
    /// none.
    /// </summary>
    /// <value>The method of the test is called when the search has ended and takes nothing, or a <see cref="Testing.TestSearchResult"/>.</value>
    public string? Study { get; set; }
}
