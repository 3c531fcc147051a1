using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling;

/// <summary>Proposes points from history.</summary>
/// <remarks>
/// <para>A proposal is a function of the context alone: of its history in order, its running points, its trial number and
/// its seed stream. A sampler may keep what it derived from the rows of a history it has seen, as long as a new instance
/// given the same context proposes the same point; that is what makes a search repeat after a resume.</para>
/// <para>Never sees the study. Called from one thread at a time.</para>
/// </remarks>
public interface ISampler
{
    /// <summary>Gets the name by which the method is chosen everywhere, such as <c>"tpe"</c>.</summary>
    string Name { get; }

    /// <summary>Gets whether the sampler searches several objectives at once. By default false: a study of several refuses it.</summary>
    bool TakesSeveralObjectives => false;

    /// <summary>Gets whether the sampler learns from <see cref="TrialHistory.Violations"/> where trials are feasible.</summary>
    /// <value>By default false: it sees infeasible trials as failed ones.</value>
    bool LearnsConstraints => false;

    /// <summary>Gets how many trials pass before proposals depend on what earlier ones gave; a budget below that is spent without learning.</summary>
    /// <param name="geometry">The space.</param>
    /// <returns>0 or above; 0 for methods that learn nothing or do so from the first trial on.</returns>
    int StartupTrials(SpaceGeometry geometry) => 0;

    /// <summary>Proposes the next point.</summary>
    /// <param name="context">All the sampler may know.</param>
    /// <returns>A valid point of the space, or <see cref="Proposal.Exhausted"/> when a finite space has been used up.</returns>
    Proposal Propose(SamplerContext context);
}
