using Hypermax.Building;
using Hypermax.Execution.InProcess;
using Hypermax.Numerics;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Testing;
using Hypermax.Testing.Challenging;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;
using Hypermax.Testing.Results;
using Hypermax.Testing.Searching;

namespace Hypermax.GuardBench;

/// <summary>1,000 teams challenge tuned values, each with draws and noise of its own.</summary>
/// <remarks>
/// Values are tuned to X = 0.2; the loss is a parabola whose lowest point is at 0.7, so many spreads below that. "Lopsided elsewhere" is normal noise at
/// the tuned values, and exponential noise of the same mean and spread at all others.
/// </remarks>
internal static class ChallengeErrors
{
    private const int Runs = 1000;
    private const double Tuned = 0.2;
    private const double Lowest = 0.7;
    private static readonly SearchSpace Space = new("Challenged", [new NumericParameter("X", Law.Uniform, 0, 1)]);
    private static readonly TunedRecord Record = new([Tuned], Mean: 0, Spread: 1, [], Repeats: 10, Trial: 0, Seed: 0, string.Empty);

    public static async Task PrintAsync()
    {
        Console.WriteLine("| noise | spreads to gain | called better of 1,000 | mean of what was gained |");
        Console.WriteLine("| --- | --- | --- | --- |");
        string folder = Directory.CreateTempSubdirectory("hypermax-guardbench-").FullName;
        foreach ((string name, Noise tuned, Noise others) in new[]
        {
            (Noise.Normal.Name, Noise.Normal, Noise.Normal),
            (Noise.Exponential.Name, Noise.Exponential, Noise.Exponential),
            ("lopsided elsewhere", Noise.Normal, Noise.Exponential),
        })
        {
            foreach (double depth in new[] { 0, 1, 2, 3.0 })
            {
                List<double>[] parts = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(
                    part => Task.Run(() => MeasureAsync(tuned, others, depth, Path.Combine(folder, $"{part}"), part)))).ConfigureAwait(false);
                double[] gains = [.. parts.SelectMany(part => part)];
                string mean = gains.Length == 0 ? "–" : FormattableString.Invariant($"{gains.Average():F2}");
                Console.WriteLine(FormattableString.Invariant($"| {name} | {depth} | {gains.Length} | {mean} |"));
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<double>> MeasureAsync(Noise tuned, Noise others, double depth, string folder, int part)
    {
        Directory.CreateDirectory(folder);
        List<double> gains = [];
        for (int run = part; run < Runs; run += Environment.ProcessorCount)
        {
            SeedStream stream = new(run, 0, "challenge");
            double Loss(double x)
            {
                double far = (x - Lowest) / (Tuned - Lowest);
                return (depth * Math.Min(1, far * far)) + (x == Tuned ? tuned : others).Draw(stream);
            }

            ObjectiveDescriptor descriptor = new(
                "Challenged", Space, new Dictionary<string, string>(), new SourcePosition("", 0, 0), (point, _) => Task.FromResult(Loss(point[0])));
            DeclaredObjective objective = new(descriptor, typeof(ChallengeErrors).Assembly);
            TunedChallenge challenge = new() { Seed = run };
            SearchPlan plan = TestPlan.Read("Challenged", Space, typeof(ChallengeErrors).Assembly, violations => Given(challenge, violations), folder);
            RunningTest test = new("Challenged", typeof(ChallengeErrors).Assembly, position: null, static _ => { });
            InProcessExecutor executor = new(objective.Evaluate);
            await using (executor.ConfigureAwait(false))
            {
                ChallengeVerdict verdict = await new Challenger(objective, Record, challenge, plan, folder, test)
                    .RunAsync(executor, CancellationToken.None).ConfigureAwait(false);
                if (verdict.Better is { } better)
                {
                    gains.Add(better.Gain);
                }
            }
        }

        return gains;
    }

    private static SettingSet Given(TunedChallenge challenge, Violations violations) => SettingReader.Read(
        SettingSource.TestAttribute,
        [
            KeyValuePair.Create(StudySettings.Trials.AttributeName, FormattableString.Invariant($"{challenge.Trials}")),
            KeyValuePair.Create(StudySettings.Seed.AttributeName, FormattableString.Invariant($"{challenge.Seed}")),
        ],
        violations);
}
