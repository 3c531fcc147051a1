using System.Collections;
using System.Globalization;
using Hypermax.Storage;

namespace Hypermax.Conformance;

/// <summary>Trials whose facts are hard to keep, and the comparison of two records.</summary>
internal static class StoreTrials
{
    private const string AnyScript = "it's \"fine\"\n\t\\ ✓ ü 漢字 \U0001F600, x.cs(1,1): error";

    /// <summary>Gets a point of <see cref="SamplerSpaces.Branches"/>: a branch, and values that need all their digits.</summary>
    public static Point Point { get; } = [0, 0.1 + 0.2, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 1.0 / 3];

    /// <summary>Gets one of everything that people can tell a study.</summary>
    public static Steering[] Wishes { get; } =
    [
        new Steering.Fix(0, 7, 0.1 + 0.2), new Steering.Free(1, 7), new Steering.Enqueue(1, Point), new Steering.Scramble(1, 7), new Steering.Relearn(2, 1),
        new Steering.Narrow(3, 7, 0.25, 0.5),
    ];

    /// <summary>Makes trials: one of everything, a penalty, a failure without a value, one that was pruned, and one that runs.</summary>
    public static IEnumerable<TrialRecord> Of(SearchSpace space)
    {
        TrialRecord trial = new()
        {
            Number = 0,
            Point = Point,
            State = TrialState.Complete,
            Started = new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero),
            Duration = TimeSpan.FromMilliseconds(1234),
            Worker = 3,
            Retries = 2,
            Insight = new Insight("tpe", 0.25, 0.5, -1, AnyScript) { Stage = "first" },
            Outcome = TrialOutcome.Of(-5e-324) with
            {
                Metrics = new Dictionary<string, double>(StringComparer.Ordinal)
                {
                    ["accuracy"] = 0.1 + 0.2, ["nothing"] = double.NaN, ["much"] = double.PositiveInfinity, ["little"] = double.NegativeInfinity,
                },
                Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["note"] = AnyScript, [""] = "" },
                Reports = [new TrialReport(-1, 0.5), new TrialReport(long.MaxValue, double.NaN)],
                Usage = new ResourceUsage(1.5, 1L << 40, 1L << 39, 12, 13),
                Log = "logs/trial_0.txt",
            },
        };
        yield return trial;
        yield return trial with
        {
            Number = 1,
            State = TrialState.Failed,
            Insight = null,
            Outcome = TrialOutcome.Fail(FailureKind.WallTime, AnyScript) with { Value = 99, Position = new SourcePosition("a b/ü.cs", 3, 4) },
        };
        yield return trial with { Number = 2, State = TrialState.Failed, Outcome = TrialOutcome.Fail(FailureKind.Exception, "no value") };
        yield return trial with { Number = 3, State = TrialState.Pruned, Outcome = TrialOutcome.Of(double.MaxValue) with { State = TrialState.Pruned } };
        yield return new TrialRecord
        {
            Number = 4, Point = Point, State = TrialState.Running, Started = trial.Started, Insight = new Insight("tpe") { Stage = "second" },
        };
    }

    /// <summary>Gets the facts in which two records differ.</summary>
    public static IEnumerable<(string Fact, string Recorded, string Read)> Differences(TrialRecord left, TrialRecord right) =>
        Facts(left).Zip(Facts(right)).Where(pair => pair.First.Text != pair.Second.Text).Select(
            pair => (pair.First.Name, pair.First.Text, pair.Second.Text));

    /// <summary>Writes any value so that different values have different texts.</summary>
    public static string Text(object? value) => value switch
    {
        null => "nothing",
        string text => $"\"{text}\"",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        IEnumerable<KeyValuePair<string, double>> figures => Text(figures.OrderBy(figure => figure.Key, StringComparer.Ordinal).Select(
            figure => $"{figure.Key}={Text(figure.Value)}")),
        IEnumerable<KeyValuePair<string, string>> texts => Text(texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(
            text => $"{text.Key}={text.Value}")),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<(string Name, string Text)> Facts(TrialRecord trial)
    {
        TrialOutcome? outcome = trial.Outcome;
        foreach ((string name, object? value) in new (string, object?)[]
        {
            (nameof(trial.Number), trial.Number), (nameof(trial.Point), trial.Point), (nameof(trial.State), trial.State),
            (nameof(trial.Started), trial.Started), (nameof(trial.Duration), trial.Duration), (nameof(trial.Worker), trial.Worker),
            (nameof(trial.Retries), trial.Retries), (nameof(trial.Insight), trial.Insight), (nameof(trial.Objective), trial.Objective),
            (nameof(trial.IsSetApart), trial.IsSetApart), ("outcome", outcome is not null),
            (nameof(outcome.State), outcome?.State), (nameof(outcome.Value), outcome?.Value), (nameof(outcome.Failure), outcome?.Failure),
            (nameof(outcome.Message), outcome?.Message), (nameof(outcome.Position), outcome?.Position), (nameof(outcome.Metrics), outcome?.Metrics),
            (nameof(outcome.Attributes), outcome?.Attributes), (nameof(outcome.Reports), outcome?.Reports), (nameof(outcome.Usage), outcome?.Usage),
            (nameof(outcome.Log), outcome?.Log),
        })
        {
            yield return (name, Text(value));
        }
    }
}
