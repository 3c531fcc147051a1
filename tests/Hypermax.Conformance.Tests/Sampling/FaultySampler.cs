using Hypermax.Sampling;
using Hypermax.Spaces;

namespace Hypermax.Conformance.Tests.Sampling;

/// <summary>A good sampler with one fault.</summary>
/// <param name="fault">Changes what the good one proposes.</param>
internal sealed class FaultySampler(Func<SamplerContext, Proposal, Proposal> fault) : ISampler
{
    private readonly FreshPoints _good = new();

    public string Name { get; init; } = "faulty";

    public bool TakesSeveralObjectives => true;

    public bool LearnsConstraints => true;

    public int Startup { get; init; }

    /// <summary>Gets how the context is changed before the good sampler sees it.</summary>
    public Func<SamplerContext, SamplerContext> Sees { get; init; } = context => context;

    public int StartupTrials(SpaceGeometry geometry) => Startup;

    public Proposal Propose(SamplerContext context) => fault(context, _good.Propose(Sees(context)));
}
