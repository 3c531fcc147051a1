using Hypermax.Analysis;
using Hypermax.Analysis.Findings;
using Hypermax.Charts;
using Hypermax.Charts.Kinds;
using Hypermax.Import;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Tests.Import;

/// <summary>A table with branches: three learners, each with parameters of its own, empty cells where they do not exist.</summary>
public sealed class HastieTests
{
    private static readonly string[] Models = ["rf", "et", "gbm"];
    private static readonly Lazy<ImportedStudy> Table = new(
        () => CsvStudyReader.ReadFile(SharedTableFactAttribute.PathOf(SharedTableFactAttribute.Hastie), Space(), new ImportOptions { Name = "hastie" }));
    private static readonly Lazy<StudyData> Study = new(() => new StudyData(Table.Value.Header, Table.Value.Trials));

    [SharedTableFact(SharedTableFactAttribute.Hastie)]
    public void ReadFile_TableWithBranches_EmptyCellsAreInactiveParameters()
    {
        StudyData data = Study.Value;
        int booster = data.Space.IndexOf("gbm_learning_rate");

        Assert.Empty(Table.Value.Notes);
        Assert.Equal(2000, data.Complete.Count);
        Assert.Equal((0.076, 0.53375), (data.Losses.Min(), data.Losses.Max()));
        Assert.Equal([519, 481, 1000], Enumerable.Range(0, 3).Select(model => data.Trials.Count(trial => trial.Point[0] == model)));
        Assert.All(data.Trials, trial => Assert.Equal(trial.Point[0] == 2, trial.Point.Has(booster)));
    }

    [SharedTableFact(SharedTableFactAttribute.Hastie)]
    public void Charts_OfAConditionalParameter_ShowTheTrialsThatHaveIt()
    {
        StudyData data = Study.Value;
        int booster = data.Space.IndexOf("gbm_learning_rate");
        int depth = data.Space.IndexOf("gbm_max_depth");

        Table single = SingleChart.CreateBucketed(data, booster, Measure.Loss(data), 1, "rate").Table;
        PairCells cells = new(data, booster, depth, Measure.Loss(data), 1);

        Assert.Equal(1000, single["trials"].Values.ToArray().Sum());
        Assert.Equal(1000, cells.RowCount);
        Assert.Equal(0.076, cells.Reduce(Reduction.Min).Min());
        Assert.DoesNotContain(ChartCatalogue.List(new StudyAnalysis(data)), plan => plan.Name.Contains("rf_max_depth/gbm", StringComparison.Ordinal));
    }

    /// <summary>All of the best two hundred trials are boosted trees.</summary>
    [SharedTableFact(SharedTableFactAttribute.Hastie)]
    public void Findings_TableWithBranches_NameTheLearnersThatNeverWin()
    {
        Finding[] branches = [.. new StudyAnalysis(Study.Value).Findings.Where(finding => finding.Kind == FindingKind.BranchNeverWon)];

        Assert.Contains(branches, finding => finding.Parameter == "model" && finding.Statement.Contains("'rf'", StringComparison.Ordinal));
        Assert.DoesNotContain(branches, finding => finding.Statement.Contains("'gbm'", StringComparison.Ordinal));
    }

    private static SearchSpace Space()
    {
        NumericParameter Of(string name, Law law, double low, double high, int model, bool isInteger) =>
            new(name, law, low, high, isInteger: isInteger, facts: new ParameterFacts { Conditions = [new Condition(0, model, model)] });
        IEnumerable<Parameter> Forest(string prefix, int model) =>
        [
            Of(prefix + "_n_estimators", Law.LogUniform, 10, 300, model, isInteger: true),
            Of(prefix + "_max_features", Law.Uniform, 0.1, 1, model, isInteger: false),
            Of(prefix + "_max_depth", Law.Uniform, 2, 20, model, isInteger: true),
            Of(prefix + "_min_samples_leaf", Law.LogUniform, 1, 50, model, isInteger: true),
        ];
        return new SearchSpace("Hastie",
        [
            new CategoricalParameter("model", [.. Models]),
            .. Forest("rf", 0),
            .. Forest("et", 1),
            Of("gbm_n_estimators", Law.LogUniform, 20, 400, 2, isInteger: true),
            Of("gbm_learning_rate", Law.LogUniform, 0.005, 1, 2, isInteger: false),
            Of("gbm_max_depth", Law.Uniform, 1, 8, 2, isInteger: true),
            Of("gbm_subsample", Law.Uniform, 0.3, 1, 2, isInteger: false),
        ]);
    }
}
