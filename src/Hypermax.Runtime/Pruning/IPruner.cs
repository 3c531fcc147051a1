namespace Hypermax.Pruning;

/// <summary>Decides from intermediate values whether a running trial is worth finishing.</summary>
/// <remarks>
/// <para>A verdict is a function of the context alone: of the trial's own reports, of the curves of earlier trials, and of the seed.
/// That is what makes a search with a pruner repeat, with any number of workers and after it went on.</para>
/// <para>Never sees the study. Called from one thread at a time, at every report, so a verdict should cost microseconds.</para>
/// </remarks>
public interface IPruner
{
    /// <summary>Gets the name by which the pruner is chosen everywhere, such as <c>"median"</c>.</summary>
    string Name { get; }

    /// <summary>Judges a trial after its newest report.</summary>
    /// <param name="context">All the pruner may know.</param>
    /// <returns>Why the trial should be stopped, as a clause such as "0.4 at step 3 is worse than the median 0.3 of 12 trials"; null when it should
    /// go on.</returns>
    string? FindReason(PrunerContext context);
}
