using System.Globalization;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Nsga;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Sampling.Auto;

/// <summary>Chooses the method for each proposal of a study with several objectives, or with constraints.</summary>
/// <remarks>Nearly always the Gaussian processes while they take part, else the Parzen estimator; children of the front now and then, which need no model
/// to be right.</remarks>
internal sealed class AutoSeveral(GpSampler gp, TpeSampler tpe)
{
    private const double ShareOfChildren = 0.1;
    private const double ShareOfChildrenWithoutModel = 0.3;
    private readonly NsgaSampler _nsga2 = NsgaSampler.Nsga2();
    private readonly NsgaSampler _nsga3 = NsgaSampler.Nsga3();

    /// <summary>Proposes.</summary>
    /// <param name="context">All the sampler may know; past the startup.</param>
    /// <param name="hasModel">Whether the Gaussian processes take part.</param>
    /// <returns>The proposal and the reason in words.</returns>
    public (Proposal Proposal, string Reason) Propose(SamplerContext context, bool hasModel)
    {
        NsgaSampler children = context.History.ObjectiveCount > 2 ? _nsga3 : _nsga2;
        double share = hasModel ? ShareOfChildren : ShareOfChildrenWithoutModel;
        bool isChild = context.Stream("auto/several").NextDouble() < share && context.History.Count >= children.StartupTrials(context.Geometry);
        (Proposal proposal, string name) = isChild ? (children.Propose(context), "children of the front")
            : hasModel ? (gp.ProposeSeveral(context), "the Gaussian processes of objectives and constraints")
            : (tpe.Propose(context), "the Parzen estimator");
        return (proposal, string.Create(CultureInfo.InvariantCulture, $"{name}, one of two with {100 * (isChild ? share : 1 - share):0} % of the proposals"));
    }
}
