using Hypermax.Building;
using Hypermax.Execution.InProcess;
using Hypermax.Numerics;
using Hypermax.Testing;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;

namespace Hypermax.GuardBench;

/// <summary>1,000 teams record a point with ten evaluations, and each checks it later.</summary>
internal static class GuardErrors
{
    private const int Runs = 1000;
    private const int Recorded = 10;
    private static readonly SearchSpace Space = new("Guarded", [new NumericParameter("X", Law.Uniform, 0, 1)]);

    public static async Task PrintAsync()
    {
        Console.WriteLine("| noise | rise in spreads | alarms of 1,000 | evaluations a check |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (Noise noise in new[] { Noise.Normal, Noise.Uniform, Noise.Exponential, Noise.LogNormal, Noise.Flipped })
        {
            foreach (double rise in new[] { 0, 0.5, 1, 1.5, 2, 3 })
            {
                (int alarms, double evaluations) = await MeasureAsync(noise, rise).ConfigureAwait(false);
                Console.WriteLine(FormattableString.Invariant($"| {noise.Name} | {rise} | {alarms} | {evaluations:F1} |"));
            }
        }
    }

    private static async Task<(int Alarms, double Evaluations)> MeasureAsync(Noise noise, double rise)
    {
        int alarms = 0;
        int evaluations = 0;
        for (int run = 0; run < Runs; run++)
        {
            SeedStream stream = new(run, 0, "guard");
            double[] recorded = [.. Enumerable.Range(0, Recorded).Select(_ => noise.Draw(stream))];
            SampleFigures figures = SampleFigures.Of(recorded);
            ObjectiveDescriptor descriptor =
                new("Guarded", Space, new Dictionary<string, string>(), new SourcePosition("", 0, 0), (_, _) => Task.FromResult(noise.Draw(stream) + rise));
            DeclaredObjective objective = new(descriptor, typeof(GuardErrors).Assembly);
            TunedRecord record = new([0.5], figures.Mean, figures.Spread, recorded, Recorded, Trial: 0, Seed: 0, string.Empty);
            InProcessExecutor executor = new(objective.Evaluate);
            await using (executor.ConfigureAwait(false))
            {
                TunedVerdict verdict = await new TunedGuard(objective, record, new TunedCheck()).CheckAsync(executor, folder: null, CancellationToken.None)
                    .ConfigureAwait(false);
                alarms += verdict.IsWorse ? 1 : 0;
                evaluations += verdict.Values.Count;
            }
        }

        return (alarms, (double)evaluations / Runs);
    }
}
