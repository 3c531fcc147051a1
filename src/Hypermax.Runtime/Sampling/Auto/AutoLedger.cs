using Hypermax.Sampling.Anneal;
using Hypermax.Sampling.Evolution;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Tpe;
using Hypermax.Settings;

namespace Hypermax.Sampling.Auto;

/// <summary>The options of the automatic choice of methods, and of the methods it chooses from.</summary>
internal static class AutoLedger
{
    public static OptionLedger<AutoOptions> Options { get; } = new(
        "the method 'auto'",
        new Option<AutoOptions, int>(
            "GpTrials", Rules.Whole(0), o => o.GpTrials, (o, v) => o with { GpTrials = v }, "the number of trials up to which the Gaussian process is used"),
        new Option<AutoOptions, int>(
            "GpTrialsOfLongStudy",
            Rules.Whole(0),
            o => o.GpTrialsOfLongStudy,
            (o, v) => o with { GpTrialsOfLongStudy = v },
            "the same for a study that plans more than 1000 trials"),
        new Option<AutoOptions, int>(
            "GpParameters",
            Rules.Whole(0),
            o => o.GpParameters,
            (o, v) => o with { GpParameters = v },
            "the most parameters that the Gaussian process is used with"),
        new NestedOptions<AutoOptions, GpOptions>("gp", GpLedger.Options, o => o.Gp, (o, v) => o with { Gp = v }),
        new NestedOptions<AutoOptions, TpeOptions>("tpe", TpeLedger.Options, o => o.Tpe, (o, v) => o with { Tpe = v }),
        new NestedOptions<AutoOptions, AnnealOptions>("anneal", AnnealLedger.Options, o => o.Anneal, (o, v) => o with { Anneal = v }),
        new NestedOptions<AutoOptions, EvolutionOptions>("evolution", EvolutionLedger.Options, o => o.Evolution, (o, v) => o with { Evolution = v }));

    public static void CheckTogether(AutoOptions options, Violations found)
    {
        TpeLedger.CheckTogether(options.Tpe, found.In(option => "tpe." + option));
        EvolutionLedger.CheckTogether(options.Evolution, found.In(option => "evolution." + option));
    }
}
