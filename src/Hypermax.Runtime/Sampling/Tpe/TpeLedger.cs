using Hypermax.Settings;

namespace Hypermax.Sampling.Tpe;

/// <summary>The options of the tree-structured Parzen estimator.</summary>
internal static class TpeLedger
{
    public static OptionLedger<TpeOptions> Options { get; } = new(
        "the method 'tpe'",
        new PresetOption<TpeOptions>(("default", TpeOptions.Default), ("hyperopt", TpeOptions.Hyperopt)),
        new Option<TpeOptions, int>(
            "StartupTrials", Rules.Whole(1), o => o.StartupTrials, (o, v) => o with { StartupTrials = v }, "how many trials come before the model"),
        new Option<TpeOptions, bool>(
            "SpreadStartup", Rules.Flag, o => o.SpreadStartup, (o, v) => o with { SpreadStartup = v }, "whether these are spread evenly instead of drawn"),
        new Option<TpeOptions, int>(
            "Candidates", Rules.Whole(1), o => o.Candidates, (o, v) => o with { Candidates = v }, "how many points are drawn from the good density"),
        new Option<TpeOptions, TpeSplit>(
            "Split", new EnumRule<TpeSplit>(), o => o.Split, (o, v) => o with { Split = v }, "how the good group grows with the number of trials"),
        new Option<TpeOptions, double>("Gamma", Rules.Above(0), o => o.Gamma, (o, v) => o with { Gamma = v }, "the factor of the split"),
        new Option<TpeOptions, int>("MostGood", Rules.Whole(1), o => o.MostGood, (o, v) => o with { MostGood = v }, "the most trials in the good group"),
        new Option<TpeOptions, TpeWeights>(
            "GoodWeights", new EnumRule<TpeWeights>(), o => o.GoodWeights, (o, v) => o with { GoodWeights = v }, "the weights of the good trials"),
        new Option<TpeOptions, TpeWeights>(
            "BadWeights",
            new EnumRule<TpeWeights>(),
            o => o.BadWeights,
            (o, v) => o with { BadWeights = v },
            "the weights of the bad trials; not expectedImprovement"),
        new Option<TpeOptions, double>(
            "RunningWeight",
            Rules.AtLeast(0),
            o => o.RunningWeight,
            (o, v) => o with { RunningWeight = v },
            "how much a running trial counts among the bad ones"),
        new Option<TpeOptions, int>(
            "ForgettingLength",
            Rules.Whole(1),
            o => o.ForgettingLength,
            (o, v) => o with { ForgettingLength = v },
            "how many of the youngest trials have full weight while forgetting"),
        new Option<TpeOptions, bool>("IsJoint", Rules.Flag, o => o.IsJoint, (o, v) => o with { IsJoint = v }, "whether all parameters are modelled together"),
        new Option<TpeOptions, double>(
            "PriorWeight",
            Rules.Above(0),
            o => o.PriorWeight,
            (o, v) => o with { PriorWeight = v },
            "the weight of the space's own law in each density, in trials"),
        new Option<TpeOptions, double>(
            "ChoiceSmoothing",
            Rules.Above(0),
            o => o.ChoiceSmoothing,
            (o, v) => o with { ChoiceSmoothing = v },
            "how reluctant the search is to drop choices, in trials"),
        new Option<TpeOptions, double>(
            "BandwidthFloor",
            Rules.Between(1e-6, 1),
            o => o.BandwidthFloor,
            (o, v) => o with { BandwidthFloor = v },
            "the narrowest kernel, as a part of the range"),
        new Option<TpeOptions, double>(
            "FloorExponent", Rules.Above(0), o => o.FloorExponent, (o, v) => o with { FloorExponent = v }, "how fast the narrowest kernel shrinks"),
        new Option<TpeOptions, double>(
            "CellBandwidth",
            Rules.AtLeast(0),
            o => o.CellBandwidth,
            (o, v) => o with { CellBandwidth = v },
            "the narrowest kernel of a grid parameter, in cells"),
        new Option<TpeOptions, bool>(
            "EndsAreNeighbours",
            Rules.Flag,
            o => o.EndsAreNeighbours,
            (o, v) => o with { EndsAreNeighbours = v },
            "whether the ends of the range count as neighbours"),
        new Option<TpeOptions, bool>(
            "PoolsChoices",
            Rules.Flag,
            o => o.PoolsChoices,
            (o, v) => o with { PoolsChoices = v },
            "whether choices are counted over the group; only with isJoint=false"));

    public static void CheckTogether(TpeOptions options, Violations found)
    {
        found.Require(options.BadWeights != TpeWeights.ExpectedImprovement, nameof(options.BadWeights), options.BadWeights, "must be Uniform or Forgetting");
        found.Require(!options.PoolsChoices || !options.IsJoint, nameof(options.PoolsChoices), options.PoolsChoices, "must be false when IsJoint is true");
    }
}
