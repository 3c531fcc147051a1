namespace Hypermax.Sampling.Tpe;

/// <summary>How the size of the good group of n trials is chosen; never above the most that the options allow.</summary>
public enum TpeSplit
{
    /// <summary>⌈γ n⌉ trials, as in Optuna and in Watanabe (2023).</summary>
    Linear,

    /// <summary>⌈γ √n⌉ trials, as in Hyperopt.</summary>
    SquareRoot,
}
