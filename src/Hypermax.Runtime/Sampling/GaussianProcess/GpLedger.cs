using Hypermax.Settings;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The options of the Gaussian process.</summary>
internal static class GpLedger
{
    public static OptionLedger<GpOptions> Options { get; } = new(
        "the method 'gp'",
        new Option<GpOptions, int>(
            "StartupTrials", Rules.Whole(2), o => o.StartupTrials, (o, v) => o with { StartupTrials = v }, "how many points are placed before the model"),
        new Option<GpOptions, int>(
            "Candidates",
            Rules.Whole(16),
            o => o.Candidates,
            (o, v) => o with { Candidates = v },
            "how many candidates are drawn over the whole space for each proposal"),
        new Option<GpOptions, int>(
            "ModelTrials", Rules.Whole(20), o => o.ModelTrials, (o, v) => o with { ModelTrials = v }, "the most trials the model is conditioned on"),
        new Option<GpOptions, int>(
            "FitTrials", Rules.Whole(20), o => o.FitTrials, (o, v) => o with { FitTrials = v }, "the most trials that hyperparameters are fitted to"));
}
