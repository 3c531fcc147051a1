using Hypermax.Settings;

namespace Hypermax.Sampling.CmaEs;

/// <summary>The options of the covariance matrix adaptation.</summary>
internal static class CmaEsLedger
{
    public static OptionLedger<CmaEsOptions> Options { get; } = new(
        "the method 'cmaes'",
        new Option<CmaEsOptions, int>(
            "Population", Rules.Whole(4), o => o.Population, (o, v) => o with { Population = v }, "the number of trials of a generation"),
        new Option<CmaEsOptions, double>(
            "Spread",
            Rules.Share,
            o => o.Spread,
            (o, v) => o with { Spread = v },
            "the standard deviation at the start, as a share of the range of each parameter"));
}
