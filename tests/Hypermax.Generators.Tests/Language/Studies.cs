namespace Hypermax.Generators.Tests.Language;

/// <summary>An objective of this project, whose tuned member gives the declared defaults: there is no file.</summary>
public static partial class Studies
{
    [Objective(Trials = 3)]
    public static ValueTask<double> Fit(Everything parameters, TrialContext trial, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? new ValueTask<double>(trial.Number) : new ValueTask<double>(parameters.Rate);
}
