using Hypermax;
using Hypermax.Building;
using Hypermax.Execution.InProcess;
using Hypermax.Numerics;
using Hypermax.Testing;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;

// How often the guard of tuned values errs: 1,000 teams record a point with ten evaluations, and each checks it later. The noise does not
// follow the seed, which is the worst case: where it does, unchanged code gives the same values and raises no alarm at all.
const int Runs = 1000;
const int Recorded = 10;
SearchSpace space = new("Guarded", [new NumericParameter("X", Law.Uniform, 0, 1)]);
Console.WriteLine("| noise | rise in spreads | alarms of 1,000 | evaluations a check |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach ((string name, Func<SeedStream, double> draw) in new (string, Func<SeedStream, double>)[]
{
    ("normal", static stream => stream.NextNormal()),
    ("uniform", static stream => (stream.NextDouble() - 0.5) * Math.Sqrt(12)),
    ("exponential", static stream => -Math.Log(stream.NextOpen()) - 1),
})
{
    foreach (double rise in new[] { 0, 0.5, 1, 1.5, 2, 3 })
    {
        (int alarms, double evaluations) = await MeasureAsync(draw, rise).ConfigureAwait(false);
        Console.WriteLine(FormattableString.Invariant($"| {name} | {rise} | {alarms} | {evaluations:F1} |"));
    }
}

async Task<(int Alarms, double Evaluations)> MeasureAsync(Func<SeedStream, double> draw, double rise)
{
    int alarms = 0;
    int evaluations = 0;
    for (int run = 0; run < Runs; run++)
    {
        SeedStream noise = new(run, 0, "guard");
        SampleFigures recorded = SampleFigures.Of([.. Enumerable.Range(0, Recorded).Select(_ => draw(noise))]);
        ObjectiveDescriptor descriptor =
            new("Guarded", space, new Dictionary<string, string>(), new SourcePosition("", 0, 0), (_, _) => Task.FromResult(draw(noise) + rise));
        DeclaredObjective objective = new(descriptor, typeof(Program).Assembly);
        TunedRecord record = new([0.5], recorded.Mean, recorded.Spread, recorded.Count, Trial: 0, Seed: 0, string.Empty);
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
