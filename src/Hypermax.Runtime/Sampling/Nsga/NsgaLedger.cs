using Hypermax.Settings;

namespace Hypermax.Sampling.Nsga;

/// <summary>The options of NSGA-II and NSGA-III.</summary>
internal static class NsgaLedger
{
    public static OptionLedger<NsgaOptions> Nsga2 { get; } = Of("nsga2");

    public static OptionLedger<NsgaOptions> Nsga3 { get; } = Of("nsga3");

    private static OptionLedger<NsgaOptions> Of(string method) => new(
        $"the method '{method}'",
        new Option<NsgaOptions, int>(
            "Population", Rules.Whole(2), o => o.Population, (o, v) => o with { Population = v }, "the number of best trials that parents are chosen from"),
        new Option<NsgaOptions, double>(
            "CrossoverRate", Rules.Between(0, 1), o => o.CrossoverRate, (o, v) => o with { CrossoverRate = v }, "how likely a child has two parents"),
        new Option<NsgaOptions, double>(
            "StepSize", Rules.Share, o => o.StepSize, (o, v) => o with { StepSize = v }, "the widest typical step of a mutation, as a part of the range"));
}
