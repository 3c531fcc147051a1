using System.Text;
using Hypermax.Analysis;
using Hypermax.Analysis.Constraints;
using Hypermax.Analysis.Findings;
using Hypermax.Analysis.Fronts;
using Hypermax.Charts;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Storage;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Fronts;

public sealed class FrontReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-front-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_Front_HasKneeEndsAndTheChosenTrial()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = FrontSamples.Study();
        StudyData data = new(header, trials);

        using MemoryStream stream = new();
        FrontJsonWriter.Write(stream, data, new ChosenTrial(data.Front[0], "Speed >= 2"));

        Golden.Verify(Encoding.UTF8.GetString(stream.ToArray()), "json");
    }

    [Fact]
    public void Write_ResultsCsv_HasAColumnForEachFigure()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = FrontSamples.Study(trials: 6);

        using MemoryStream stream = new();
        ResultsCsvWriter.Write(stream, header, trials);

        Golden.Verify(Encoding.UTF8.GetString(stream.ToArray()), "csv");
    }

    [Fact]
    public void Write_Report_HasFrontAndConstraintsInWords()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = FrontSamples.Study();

        ReportOutcome outcome = ReportWriter.Write(header, trials, _folder, new ReportOptions
        {
            Detail = ReportDetail.Pages,
            ChooseCommand = "dotnet build -p:HypertuneChoose={trial}",
            TunedFile = Path.Combine(_folder, "Weigh.hypertune.json"),
        });

        Assert.Empty(outcome.Failures);
        Golden.Verify(File.ReadAllText(Path.Combine(_folder, "report.md")), "md");
        Golden.Verify(File.ReadAllText(Path.Combine(_folder, "Weigh.hypertune.json")), "json", "tuned");
        Assert.True(File.Exists(Path.Combine(_folder, "front.json")));
        Assert.False(File.Exists(Path.Combine(_folder, "best.json")));
    }

    [Theory]
    [InlineData(2, "pareto_front hypervolume attainment history_1 importances_1 history_2 importances_2")]
    [InlineData(3, "pareto_front_1_2 pareto_front_1_3 pareto_front_2_3 hypervolume objectives history_1 importances_1 history_2 importances_2 "
        + "history_3 importances_3")]
    public void List_SeveralObjectives_ChartsOfAllOfThem(int objectives, string expected)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = FrontSamples.Study(objectives);

        ChartPlan[] plans = [.. ChartCatalogue.List(new StudyAnalysis(new StudyData(header, trials)), ChartOptions.OfPage)];

        string[] names = expected.Split(' ');
        Assert.Equal(names, plans.Select(plan => plan.Name).Where(names.Contains));
        Assert.DoesNotContain(plans, plan => plan.Name is "history" or "importances");
        Assert.All(plans, plan => Assert.NotNull(plan.Make()));
    }

    [Fact]
    public void Pareto_InfeasibleTrials_AreMarkedAndNeverOnTheFront()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = FrontSamples.Study();

        Chart chart = ChartCatalogue.List(new StudyAnalysis(new StudyData(header, trials))).Single(plan => plan.Name == "pareto_front").Make();

        double[] infeasible = [.. chart.Parts["infeasible"]["trial"].Values];
        Assert.Equal([4.0, 9, 14, 19], infeasible.Order());
        Assert.Empty(chart.Parts["front"]["trial"].Values.ToArray().Intersect(infeasible));
        Assert.Single(chart.Parts["knee"]["trial"].Values.ToArray());
    }

    [Fact]
    public void Hypervolume_OfAGrowingFront_NeverFallsAndIsThatOfInclusionAndExclusion()
    {
        SearchSpace space = new("S", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        StudyHeader header = StudySamples.Header("S", space, Direction.Minimize, Direction.Minimize);
        TrialRecord[] trials = [Trial(0, 1, 0), Trial(1, 0, 1), Trial(2, 0.5, 0.5)];

        FrontProgress progress = FrontProgress.Of(new StudyData(header, trials));

        // Boxes up to 1.1: two of 0.1 times 1.1, and one of 0.6 squared that shares two strips of 0.1 times 0.6, less what these share with each other.
        Assert.Equal([0.11 / 1.21, ((2 * 0.11) - 0.01) / 1.21, (0.21 + 0.36 - (2 * 0.06) + 0.01) / 1.21], progress.Shares, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Effects_OfABindingConstraint_AreTheTrialsThatBreakItAlone()
    {
        OutcomeConstraint p99 = new("p99", 20);
        OutcomeConstraint memory = new("memory", 5);
        StudyHeader header = StudySamples.Header("S", new SearchSpace("S", [new NumericParameter("x", Law.Uniform, 0, 1)]));
        TrialRecord[] trials =
        [
            Constrained(0, 0.5, (p99, 15), (memory, 1)),
            Constrained(1, 0.3, (p99, 24), (memory, 1)),
            Constrained(2, 0.4, (p99, 30), (memory, 1)),
            Constrained(3, 0.2, (p99, 26), (memory, 1)),
            Constrained(4, 0.1, (p99, 21), (memory, 9)),
        ];

        ConstraintEffect[] effects = [.. ConstraintEffect.Of(new StudyData(header, trials))];

        Assert.Equal(["p99 <= 20", "memory <= 5"], effects.Select(effect => effect.Constraint.ToString()));
        Assert.Equal([(1, 4), (4, 1)], effects.Select(effect => (effect.Kept, effect.Broken)));
        Assert.Equal([(4.0, 0.3, 1), (6.0, 0.2, 3)], effects[0].Relaxations[0].Select(step => (step.By, step.Value, step.Trial.Number)));
        Assert.False(effects[1].Binds);
        Assert.Equal(0, new StudyData(header, trials).Best!.Number);
    }

    // Whoever sets the bound that is shown gets the trial that is named.
    [Theory]
    [InlineData(20, 20.0009, "p99 <= 20.01")]
    [InlineData(20, 56.8912, "p99 <= 56.9")]
    [InlineData(20, 23.5, "p99 <= 23.5")]
    [InlineData(20, 99.9961, "p99 <= 100")]
    [InlineData(1e-7, 1.23456e-6, "p99 <= 1.235e-6")]
    [InlineData(-30, -20.0009, "p99 <= -20")]
    public void BoundText_OfAnyBound_IsNeverStricter(double bound, double moved, string text) =>
        Assert.Equal(text, BoundText.Of(new OutcomeConstraint("p99", bound) with { AtMost = moved }));

    [Fact]
    public void BoundText_OfALowerBound_IsNeverStricter() =>
        Assert.Equal("p99 >= 19.99", BoundText.Of(new OutcomeConstraint("p99", AtLeast: 19.9991)));

    [Fact]
    public void Findings_NothingFeasible_NameTheNearestTrial()
    {
        OutcomeConstraint p99 = new("p99", 20);
        StudyHeader header = StudySamples.Header("S", new SearchSpace("S", [new NumericParameter("x", Law.Uniform, 0, 1)]));
        TrialRecord[] trials = [.. Enumerable.Range(0, 8).Select(number => Constrained(number, number, (p99, 30 - number)))];

        ReportOutcome outcome = ReportWriter.Write(header, trials, _folder, new ReportOptions { TunedFile = Path.Combine(_folder, "S.hypertune.json") });

        Assert.Empty(outcome.Failures);
        Finding finding = Assert.Single(outcome.Findings, finding => finding.Kind == FindingKind.NothingFeasible);
        Assert.Equal("p99 <= 20 is kept by 0 of 8. Trial 7 comes nearest: p99 is 23 (p99 <= 20).", finding.Evidence);
        Assert.False(File.Exists(Path.Combine(_folder, "S.hypertune.json")));
        Assert.False(File.Exists(Path.Combine(_folder, "best.json")));
        Assert.StartsWith("# S: no trial keeps all constraints", File.ReadAllText(Path.Combine(_folder, "report.md")), StringComparison.Ordinal);
    }

    private static TrialRecord Trial(int number, params double[] values) =>
        StudySamples.Trial(number, values[0], 0.5) with { Outcome = TrialOutcome.Of(values) };

    private static TrialRecord Constrained(int number, double value, params (OutcomeConstraint Constraint, double Value)[] constraints) =>
        StudySamples.Trial(number, value, 0.5) with
        {
            Outcome = TrialOutcome.Of(value) with { Constraints = [.. constraints.Select(one => new ConstraintValue(one.Constraint, one.Value))] },
        };
}
