using Hypermax.Numerics;
using Hypermax.Reports;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.ReportBench;

/// <summary>Reports of made studies of every sort, for eyes: what a change of charts or of the page does to them is looked at here.</summary>
internal static class Gallery
{
    public static void Write(string folder)
    {
        foreach ((string name, StudyData data) in Studies())
        {
            ReportOutcome outcome = ReportWriter.Write(data, Path.Combine(folder, name), new ReportOptions { EndedBy = "the budget of trials" });
            Console.WriteLine($"{Path.Combine(folder, name, "report.html")}: {outcome.Written.Count} parts, {outcome.Failures.Count} failed");
        }
    }

    private static IEnumerable<(string Name, StudyData Data)> Studies()
    {
        yield return ("failures", Failures());
        yield return ("pareto", Pareto());
        yield return ("intermediate", Intermediate());
        yield return ("hostile", Hostile());
        yield return ("one", Of("One trial", Plain(3), 1, (vector, _) => TrialOutcome.Of(vector[0])));
        yield return (
            "huge",
            Of("Huge losses", Plain(3), 60, (vector, stream) => TrialOutcome.Of(stream.NextDouble() < 0.1 ? 1e300 * vector[0] : 1e-9 * (1 + vector[1]))));
        yield return ("failed", Of("All failed", Plain(2), 40, (_, stream) => Failure(stream)));
    }

    private static StudyData Failures() => Of("Failures of several kinds", Branches(), 400, (vector, stream) =>
        vector[2] > 14 ? TrialOutcome.Fail(FailureKind.Memory, "The trial used 4.1 GiB, above its limit of 4 GiB.") with { Usage = Usage(4400e6) }
        : vector[1] > 0.3 && stream.NextDouble() < 0.6 ? TrialOutcome.Fail(FailureKind.NotFinite, "The objective returned NaN.")
        : stream.NextDouble() < 0.04 ? Failure(stream)
        : TrialOutcome.Of(Loss(vector) + (0.01 * stream.NextNormal())) with
        {
            Usage = Usage(150e6 * (1 + vector[2])),
            Metrics = new Dictionary<string, double>(StringComparer.Ordinal) { ["accuracy"] = 1 - Loss(vector), ["epochs"] = Math.Round(vector[2]) },
        });

    private static StudyData Pareto() => Of("Accuracy against size", Branches(), 300, (vector, stream) =>
    {
        double size = vector[2] * (vector[0] == 2 ? 3 : 1) * (1 + stream.NextDouble());
        double loss = Loss(vector) + (1 / (1 + size));
        return TrialOutcome.Of(loss) with { Values = [loss, size] };
    }, Direction.Minimize, Direction.Minimize);

    private static StudyData Intermediate() => Of("Learning curves", Branches(), 120, (vector, stream) =>
    {
        double loss = Loss(vector);
        int steps = loss > 0.55 && stream.NextDouble() < 0.8 ? stream.NextInt(5) + 1 : 20;
        TrialReport[] reports =
        [
            .. Enumerable.Range(0, steps).Select(i => new TrialReport(i, loss + (Math.Exp(-i / 4.0) * (1 + (0.1 * stream.NextNormal()))))),
        ];
        return steps < 20
            ? new TrialOutcome { State = TrialState.Pruned, Value = reports[^1].Value, Reports = reports }
            : TrialOutcome.Of(reports[^1].Value) with { Reports = reports };
    });

    private static StudyData Hostile()
    {
        string[] names =
        [
            "</script><script>alert(1)</script>", "a/b\\c", "line\nbreak", "\"quoted\" 'name'", new string('w', 300), "CON", "مرحبا بالعالم", "学习率", "{{7*7}}",
        ];
        SearchSpace space = new(
            "Names </title>",
            [
                .. names.Select(name => new NumericParameter(name, Law.Uniform, 0, 1)),
                new CategoricalParameter("choice", ["<img src=x onerror=alert(1)>", new string('x', 200), "b"]),
            ]);
        return Of(
            "Hostile <b>names</b>",
            space,
            80,
            (vector, stream) => stream.NextDouble() < 0.1 ? TrialOutcome.Fail(FailureKind.Exception, names[0]) : TrialOutcome.Of(vector[0] + vector[1]));
    }

    private static StudyData Of(string name, SearchSpace space, int trials, Func<double[], SeedStream, TrialOutcome> evaluate, params Direction[] directions)
    {
        SpaceGeometry geometry = new(space);
        DateTimeOffset[] free = [.. Enumerable.Repeat(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero), 4)];
        TrialRecord[] records = new TrialRecord[trials];
        for (int number = 0; number < trials; number++)
        {
            SeedStream stream = new(7, number, "gallery");
            double[] vector = geometry.Sample(stream);
            TrialOutcome outcome = evaluate(vector, stream);
            TimeSpan duration = TimeSpan.FromSeconds(outcome.State == TrialState.Complete ? 4 + (30 * stream.NextDouble()) : 1 + (3 * stream.NextDouble()));
            int worker = Array.IndexOf(free, free.Min());
            records[number] = new TrialRecord
            {
                Number = number, Point = [.. vector], State = outcome.State, Started = free[worker], Duration = duration, Worker = worker, Outcome = outcome,
                Insight = new Insight(
                    number < 20 ? "auto/random" : number % 3 == 0 ? "auto/tpe" : "auto/gp", Note: number < 20 ? null : "the model predicts well"),
            };
            free[worker] += duration + TimeSpan.FromSeconds(0.5 * stream.NextDouble());
        }

        StudyHeader header = new()
        {
            Name = name,
            Space = space,
            Directions = directions.Length > 0 ? directions : [Direction.Minimize],
            Seed = 7,
            Method = "auto",
            Version = "0",
            Created = records[0].Started,
        };
        return new StudyData(header, records);
    }

    private static SearchSpace Plain(int parameters) =>
        new("Plain", Enumerable.Range(0, parameters).Select(i => new NumericParameter($"p{i}", Law.Uniform, 0, 1)));

    private static SearchSpace Branches()
    {
        static ParameterFacts When(int choice) => new() { Conditions = [new Condition(0, choice, choice)] };
        return new SearchSpace("Branches",
        [
            new CategoricalParameter("Model", ["Linear", "Forest", "Network"]),
            new NumericParameter("LearningRate", Law.LogUniform, 1e-4, 1),
            new NumericParameter("Depth", Law.Uniform, 1, 16, isInteger: true),
            new NumericParameter("Forest.Trees", Law.LogUniform, 10, 1000, isInteger: true, facts: When(1)),
            new NumericParameter("Forest.Features", Law.Uniform, 0.1, 1, facts: When(1)),
            new NumericParameter("Network.Layers", Law.Uniform, 1, 4, isInteger: true, facts: When(2)),
            new NumericParameter("Network.Dropout", Law.Uniform, 0, 0.8, facts: When(2)),
            new CategoricalParameter("Network.Activation", ["relu", "gelu", "tanh"], facts: When(2)),
            new CategoricalParameter("Bootstrap", [false, true]),
        ]);
    }

    private static double Loss(double[] vector) =>
        0.2 + (0.05 * Math.Pow(Math.Log10(vector[1]) + 2, 2)) + (0.01 * Math.Abs(vector[2] - 7))
        + (vector[0] switch
        {
            0 => 0.4,
            1 => 0.2 - (0.05 * Math.Log10(vector[3])) + (0.2 * Math.Abs(vector[4] - 0.4)),
            _ => (0.1 * Math.Abs(vector[6] - 0.25)) + (vector[7] == 2 ? 0.15 : 0) + (0.02 * vector[5]),
        });

    private static ResourceUsage Usage(double bytes) => new(3, (long)bytes, (long)(0.8 * bytes), 0, 0);

    private static TrialOutcome Failure(SeedStream stream) => stream.NextInt(4) switch
    {
        0 => TrialOutcome.Fail(FailureKind.Exception, "InvalidOperationException: the matrix is singular"),
        1 => TrialOutcome.Fail(FailureKind.WallTime, "The trial ran 60.1 s, above its limit of 60 s."),
        2 => TrialOutcome.Fail(FailureKind.ProcessDied, "The process ended with exit code 139 before it gave a result."),
        _ => TrialOutcome.Fail(FailureKind.BadResult, "The output held no result."),
    };
}
