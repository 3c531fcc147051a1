using BenchmarkDotNet.Attributes;
using Hypermax.Pruning;

namespace Hypermax.Benchmarks.Pruning;

/// <summary>One verdict of a pruner after the fourth report of a trial, where asha has a rung, beside complete trials with nine reports each.</summary>
public class VerdictBenchmarks
{
    private PrunerContext _context = null!;
    private IPruner _pruner = null!;

    [Params(1000, 10_000)]
    public int Trials { get; set; }

    [ParamsSource(nameof(Names))]
    public string Pruner { get; set; } = "median";

    public static IEnumerable<string> Names => Pruners.Names;

    [GlobalSetup]
    public void Begin()
    {
        Random random = new(1);
        Dictionary<string, string>? needed = Pruner switch
        {
            "threshold" => new() { ["upper"] = "9" },
            "asha" => new() { ["minResource"] = "1" },
            _ => null,
        };
        _pruner = Pruners.Create(Pruner, needed);
        _context = new PrunerContext
        {
            Curve = Curve(new LearningCurve(Trials), 4, random),
            History = new CurveHistory([.. Enumerable.Range(0, Trials).Select(number => Whole(number, random))]),
        };
    }

    [Benchmark]
    public string? FindReason() => _pruner.FindReason(_context);

    private static LearningCurve Curve(LearningCurve curve, int steps, Random random)
    {
        for (int step = 1; step <= steps; step++)
        {
            curve.Add(step, (1.0 / step) + (0.1 * random.NextDouble()));
        }

        return curve;
    }

    private static LearningCurve Whole(int number, Random random)
    {
        TrialReport[] reports = [.. Enumerable.Range(1, 9).Select(step => new TrialReport(step, (1.0 / step) + (0.1 * random.NextDouble())))];
        TrialOutcome outcome = TrialOutcome.Of(reports[^1].Value) with { Reports = reports };
        return LearningCurve.Of(
            new TrialRecord { Number = number, Point = [], State = TrialState.Complete, Outcome = outcome }, Direction.Minimize);
    }
}
