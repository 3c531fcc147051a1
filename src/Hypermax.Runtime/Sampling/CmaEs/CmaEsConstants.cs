namespace Hypermax.Sampling.CmaEs;

/// <summary>The strategy parameters for a number of dimensions and a population.</summary>
/// <remarks>Hansen 2016, "The CMA evolution strategy: a tutorial", arXiv 1604.00772, table 1, without negative weights.</remarks>
internal sealed class CmaEsConstants
{
    public CmaEsConstants(int dimensions, int population)
    {
        double n = Math.Max(1, dimensions);
        Population = population;
        int parents = population / 2;
        double[] raw = [.. Enumerable.Range(1, parents).Select(i => Math.Log((population + 1) / 2.0) - Math.Log(i))];
        double sum = raw.Sum();
        Weights = [.. raw.Select(w => w / sum)];
        EffectiveParents = 1 / Weights.Sum(w => w * w);
        double mu = EffectiveParents;
        PathRate = (4 + (mu / n)) / (n + 4 + (2 * mu / n));
        StepRate = (mu + 2) / (n + mu + 5);
        RankOneRate = 2 / (((n + 1.3) * (n + 1.3)) + mu);
        RankMuRate = Math.Min(1 - RankOneRate, 2 * (mu - 2 + (1 / mu)) / (((n + 2) * (n + 2)) + mu));
        StepDamping = 1 + (2 * Math.Max(0, Math.Sqrt((mu - 1) / (n + 1)) - 1)) + StepRate;
        NormalLength = Math.Sqrt(n) * (1 - (1 / (4 * n)) + (1 / (21 * n * n)));
    }

    public int Population { get; }

    public double[] Weights { get; }

    public double EffectiveParents { get; }

    public double PathRate { get; }

    public double StepRate { get; }

    public double StepDamping { get; }

    public double RankOneRate { get; }

    public double RankMuRate { get; }

    public double NormalLength { get; }

    public static int DefaultPopulation(int dimensions) => 4 + (int)(3 * Math.Log(Math.Max(1, dimensions)));
}
