using Hypermax.Convergence.Population.Models;

namespace Hypermax.Convergence.Population.Families;

/// <summary>Real models on made data, small enough to be trained in less than a millisecond or so.</summary>
internal static class ModelFamilies
{
    public static IEnumerable<Family> All()
    {
        yield return new("ridge", Split.Train, "ridge regression on random features", RidgeModel.Make);
        yield return new("boosting", Split.Train, "boosted trees", BoostedTrees.Make);
        yield return new("descent", Split.Train, "a linear model of random features trained by gradient descent with a schedule", DescentModel.Make);
        yield return new("smoothing", Split.Train, "local regression with a choice of kernel, wide plateaus", SmoothingModel.Make);
        yield return new("neighbours", Split.Validate, "nearest neighbours with scaled features, ties", NeighbourModel.Make);
        yield return new("kernels", Split.Test, "support vector machines with a choice of kernel", KernelModel.Make);
        yield return new("networks", Split.Test, "a small network trained with momentum", SmallNetwork.Make);
    }
}
