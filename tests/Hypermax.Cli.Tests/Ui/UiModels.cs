using Hypermax.Analysis;
using Hypermax.Execution.Usages;
using Hypermax.Reports;
using Hypermax.Storage;
using Hypermax.Studies;
using Hypermax.Ui.Live;

namespace Hypermax.Tests.Ui;

/// <summary>What the console is shown in tests: a study of forty trials with every kind of trial, made of nothing but its numbers.</summary>
internal static class UiModels
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static SearchSpace Space { get; } = new(
        "forest",
        [
            new NumericParameter("model.rate", Law.LogUniform, 1e-4, 1),
            new NumericParameter("model.depth", Law.Uniform, 1, 12, isInteger: true),
            new CategoricalParameter("kind", ["ada boost", "sgd"]),
            new NumericParameter("momentum", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = [new Condition(2, 1, 1)] }),
        ]);

    public static UiModel Searching { get; } = Of(Space, [.. Enumerable.Range(0, 40).Select(Finished), Running(40), Running(41)]) with
    {
        Planned = 100,
        Elapsed = TimeSpan.FromSeconds(95),
        Running =
        [
            new RunningTrial(40, Running(40).Point, TimeSpan.FromSeconds(3.5), Usage(40, 512, 600), ["epoch 1", "epoch 2: 0.31"]),
            new RunningTrial(41, Running(41).Point, TimeSpan.FromSeconds(1), Usage(41, 64, 64), []),
        ],
        System = new SystemLoad(0.42, 3L << 30, 16L << 30, 2.5e6, 1e5),
        Wishes = ParameterWishes.Of([new Steering.Fix(5, 1, 4), new Steering.Scramble(6, 2), new Steering.Relearn(30, 0)]),
        Messages = ["warning HMXB0010: Trial 7 of 'forest' failed (TimeLimit): It took too long."],
        LogOf = (trial, lines) => string.Join('\n', Enumerable.Range(1, 30).Select(i => $"epoch {i} of trial {trial}").TakeLast(lines)),
    };

    /// <summary>Trials that report the loss on the training data too, which falls faster than the one on the validation data.</summary>
    public static UiModel Training { get; } = Of(
        Space, [.. Enumerable.Range(0, 40).Select(Finished).Select(trial => trial.IsComplete ? Trained(trial) : trial)]);

    public static UiModel Empty { get; } = Of(Space, []) with { Planned = 10 };

    public static UiModel NoParameters { get; } = Of(new SearchSpace("none", []), [new TrialRecord { Number = 0, Point = [], State = TrialState.Running }]);

    /// <summary>Parameters and messages of wide characters, and of none.</summary>
    public static UiModel Wide { get; } = Of(
        new SearchSpace("広い", [new CategoricalParameter("種類の名前はとても長いのです", ["決定木", "é́"]), new NumericParameter("λ", Law.Uniform, -1, 1)]),
        [
            .. Enumerable.Range(0, 12).Select(i => new TrialRecord
            {
                Number = i,
                Point = [i % 2, (i / 6.0) - 1],
                State = TrialState.Complete,
                Started = Start.AddSeconds(i),
                Duration = TimeSpan.FromSeconds(1),
                Outcome = TrialOutcome.Of(-i),
            }),
        ]) with { Messages = ["警告: " + new string('長', 200)] };

    /// <summary>A study of so many complete trials.</summary>
    public static UiModel OfLosses(IReadOnlyList<double> losses) => Of(
        new SearchSpace("line", [new NumericParameter("x", Law.Uniform, 0, 1)]),
        [
            .. losses.Select((loss, i) => new TrialRecord
            {
                Number = i,
                Point = [i / (double)losses.Count],
                State = TrialState.Complete,
                Started = Start.AddSeconds(i),
                Duration = TimeSpan.FromSeconds(1),
                Outcome = TrialOutcome.Of(loss),
            }),
        ]);

    private static UiModel Of(SearchSpace space, IReadOnlyList<TrialRecord> trials)
    {
        StudyHeader header = new()
        {
            Name = space.Name,
            Space = space,
            Directions = [Direction.Minimize],
            Seed = 7,
            Method = "tpe",
            Lag = 2,
            Version = "0",
            Created = Start,
        };
        StudyData data = new(header, trials);
        return new UiModel { Data = data, Analysis = new StudyAnalysis(data) };
    }

    private static TrialRecord Trained(TrialRecord trial) => trial with
    {
        Outcome = trial.Outcome! with { Metrics = new Dictionary<string, double> { ["train_loss"] = trial.Value / (1 + (trial.Number / 20.0)) } },
    };

    private static Point PointOf(int i)
    {
        double kind = i % 3 == 0 ? 0 : 1;
        return [Math.Pow(10, -4 + (i * 7 % 40 / 10.0)), 1 + (i * 5 % 12), kind, kind == 0 ? double.NaN : i * 3 % 20 / 20.0];
    }

    private static TrialRecord Finished(int i)
    {
        Point point = PointOf(i);
        double loss = Math.Pow(Math.Log10(point[0]) + 2, 2) + (Math.Abs(point[1] - 5) / 10) + 0.01;
        TrialOutcome outcome = i % 16 == 7
            ? TrialOutcome.Fail(FailureKind.WallTime, "It took longer than 20 s.\nlast words") with { Log = $"logs/trial_{i}.txt" }
            : i == 12 ? new TrialOutcome { State = TrialState.Pruned, Value = loss }
            : TrialOutcome.Of(loss) with { Metrics = new Dictionary<string, double> { ["accuracy"] = 1 - (loss / 10) } };
        return new TrialRecord
        {
            Number = i,
            Point = point,
            State = outcome.State,
            Outcome = outcome,
            Started = Start.AddSeconds(2 * i),
            Duration = TimeSpan.FromSeconds(2),
            Insight = i < 10 ? new Insight("tpe/startup") : new Insight("tpe", 0.3, 0.1, 1.5, "from 9 good trials and 21 others"),
        };
    }

    private static RunningUsage Usage(int trial, long mebibytes, long peak) => new(trial, 1, 0.9, mebibytes << 20, peak << 20);

    private static TrialRecord Running(int i) => new() { Number = i, Point = PointOf(i), State = TrialState.Running, Started = Start.AddSeconds(2 * i) };
}
