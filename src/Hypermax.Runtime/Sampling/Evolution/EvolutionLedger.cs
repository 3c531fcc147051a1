using Hypermax.Settings;

namespace Hypermax.Sampling.Evolution;

/// <summary>The options of regularised evolution.</summary>
internal static class EvolutionLedger
{
    public static OptionLedger<EvolutionOptions> Options { get; } = new(
        "the method 'evolution'",
        new Option<EvolutionOptions, int>(
            "Population",
            Rules.Whole(2),
            o => o.Population,
            (o, v) => o with { Population = v },
            "the number of youngest usable trials that parents are chosen from"),
        new Option<EvolutionOptions, int>(
            "Tournament",
            Rules.Whole(1),
            o => o.Tournament,
            (o, v) => o with { Tournament = v },
            "how many of them are drawn for each parent; at most the population"),
        new Option<EvolutionOptions, double>(
            "CrossoverRate", Rules.Between(0, 1), o => o.CrossoverRate, (o, v) => o with { CrossoverRate = v }, "how likely a child has two parents"),
        new Option<EvolutionOptions, double>(
            "StepSize", Rules.Share, o => o.StepSize, (o, v) => o with { StepSize = v }, "the widest typical step of a mutation, as a part of the range"));

    public static void CheckTogether(EvolutionOptions options, Violations found) => found.Require(
        options.Tournament <= options.Population, nameof(options.Tournament), options.Tournament, FormattableString.Invariant(
            $"must be at most the population of {options.Population}"), "Lower it.");
}
