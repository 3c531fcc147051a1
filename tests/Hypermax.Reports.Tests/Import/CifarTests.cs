using Hypermax.Analysis;
using Hypermax.Analysis.Correlations;
using Hypermax.Analysis.Findings;
using Hypermax.Charts;
using Hypermax.Charts.Kinds;
using Hypermax.Charts.Scales;
using Hypermax.Import;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Tests.Import;

/// <summary>The published CIFAR-10 table: what its readers know, and the numbers of charts against computations by other programs.</summary>
public sealed class CifarTests
{
    private const int Rate = 9;
    private const int Decay = 10;

    // Read once: the tests look, none of them writes.
    private static readonly Lazy<ImportedStudy> Table = new(
        () => CsvStudyReader.ReadFile(SharedTableFactAttribute.PathOf(SharedTableFactAttribute.Cifar), Space, new ImportOptions { Name = "cifar10" }));
    private static readonly Lazy<StudyData> Study = new(() => new StudyData(Table.Value.Header, Table.Value.Trials));

    public static SearchSpace Space => new("Cifar10ResNet",
    [
        new CategoricalParameter("activation", ["relu", "elu", "selu", "rrelu"]),
        .. Enumerable.Range(1, 4).Select(layer => new NumericParameter($"layer{layer}_layers", Law.Uniform, 1, 3, isInteger: true)),
        .. Enumerable.Range(0, 4).Select(
            layer => new NumericParameter($"layer{layer + 1}_size", Law.Uniform, 32 << layer, 96 << layer, step: 16 << layer, isInteger: true)),
        new NumericParameter("learning_rate", Law.Uniform, 0.1, 3),
        new NumericParameter("weight_decay", Law.LogUniform, 2e-5, 2e-3),
    ]);

    [SharedTableFact(SharedTableFactAttribute.Cifar)]
    public void ReadFile_PublishedTable_EveryRowIsATrial()
    {
        Assert.Equal(2597, Study.Value.Trials.Count);
        Assert.Empty(Table.Value.Notes);
        Assert.Equal((2490, 0.0943), (Study.Value.Best!.Number, Study.Value.Best.Value));
        Assert.Equal([1, 3, 3, 2, 3, 96, 192, 192, 384, 1.625899, 2.764906e-5], Study.Value.Best.Point);
        Assert.Equal(629, Study.Value.Trials.Count(trial => trial.Value == 0.9));
    }

    /// <summary>What the original computed on this table: docs of its correlations.csv, with its shrinkage, which cancels but for 0.3 %.</summary>
    [SharedTableFact(SharedTableFactAttribute.Cifar)]
    public void Correlations_PublishedTable_AreThoseOfTheOriginal()
    {
        Table table = HypermaxCorrelations.Create(Study.Value);
        string[] fields = [.. Enumerable.Range(0, table.RowCount).Select(table["field"].Text)];
        double At(string field) => table[field][Array.IndexOf(fields, field)];
        double[] off =
        [
            .. Enumerable.Range(0, fields.Length).SelectMany(
                row => Enumerable.Range(0, fields.Length).Where(column => column != row).Select(column => table[fields[column]][row])),
        ];

        Assert.Equal(-10.07, off.Min(), 0.01);
        Assert.Equal(9.927, off.Max(), 0.01);
        Assert.Equal(19.99, At("root.weight_decay.number"), 0.005);
        Assert.Equal(0.032, At("root.learning_rate.number"), 0.0005);
    }

    /// <summary>Spearman's correlations as another program gives them, each with the loss.</summary>
    [SharedTableFact(SharedTableFactAttribute.Cifar)]
    public void RankCorrelations_PublishedTable_AreSpearmans()
    {
        Table table = CorrelationTable.Create(Study.Value);
        string[] fields = [.. Enumerable.Range(0, table.RowCount).Select(table.Columns[0].Text)];
        double With(string parameter) => table["loss"][Array.IndexOf(fields, parameter)];

        Assert.Equal(0.5715812629434277, With("learning_rate"), 12);
        Assert.Equal(0.32501461383386615, With("weight_decay"), 12);
        Assert.Equal(-0.410672500816786, With("layer1_layers"), 12);
        Assert.Equal(0.348189985683757, With("layer4_size"), 12);
    }

    /// <summary>The original rounds steps without clamping, so the ends of the layer counts had half the weight: 28, 48 and 24 %.</summary>
    [SharedTableFact(SharedTableFactAttribute.Cifar)]
    public void Single_FirstStageOfTheTable_CountsTheLayersOfTheOriginal()
    {
        StudyData stage = new(Study.Value.Header, [.. Study.Value.Trials.Take(1190)]);

        Table table = SingleChart.CreatePlain(stage, 1, Measure.Loss(stage), 1, "layers").Table;

        Assert.Equal([1, 2, 3], table["layer1_layers"].Values.ToArray());
        Assert.Equal([0.28, 0.48, 0.24], table["trials"].Values.ToArray().Select(count => Math.Round(count / 1190, 2)));
    }

    /// <summary>What its author narrowed the second stage to, by eye: the middle of the best tenth of the first.</summary>
    [SharedTableFact(SharedTableFactAttribute.Cifar)]
    public void TopTrials_FirstStageOfTheTable_SpanWhatItsAuthorChose()
    {
        StudyData stage = new(Study.Value.Header, [.. Study.Value.Trials.Take(1190)]);
        int[] rows = TopTrials.Best(TopTrials.RowsWith(stage, Rate), Measure.Loss(stage), 0.1);
        double[] rates = [.. rows.Select(row => stage.Complete[row].Point[Rate]).Order()];

        Assert.Equal(119, rows.Length);
        Assert.Equal(0.20, Quantiles.Of(rates, 0.05), 0.005);
        Assert.Equal(1.72, Quantiles.Of(rates, 0.95), 0.02);
    }

    /// <summary>Buckets of 20 over the learning rate, worked out by another program.</summary>
    [SharedTableFact(SharedTableFactAttribute.Cifar)]
    public void Single_BucketedRate_HasTheMeansOfAnotherProgram()
    {
        Table table = SingleChart.CreateBucketed(Study.Value, Rate, Measure.Loss(Study.Value), 1, "rate").Table;

        void Check(int bucket, int trials, double min, double mean, double median, double from)
        {
            Assert.Equal((trials, min), (table["trials"][bucket], table["min"][bucket]));
            Assert.Equal((mean, median, from), (table["mean"][bucket], table["median"][bucket], table["from"][bucket]), Near);
        }

        Check(0, 150, 0.0991, 0.336652, 0.35175, 0.1010401);
        Check(1, 223, 0.0981, 0.34090762331838564, 0.339, 0.245745095);
        Check(7, 151, 0.1197, 0.5117344370860927, 0.4389, 1.113975065);
        Check(19, 66, 0.434, 0.8701469696969698, 0.9, 2.850435005);
        Assert.Equal(2597, table["trials"].Values.ToArray().Sum());
    }

    /// <summary>The matrix of learning rate and weight decay, worked out by another program: numbers, least and mean losses, colours.</summary>
    [SharedTableFact(SharedTableFactAttribute.Cifar)]
    public void Matrix_RateAndDecay_HasTheCellsOfAnotherProgram()
    {
        PairCells cells = new(Study.Value, Rate, Decay, Measure.Loss(Study.Value), 1);
        Chart least = MatrixChart.CreateGlobal(cells, Reduction.Min, "min");
        Table mean = MatrixChart.CreateGlobal(cells, Reduction.Mean, "mean").Table;

        void Check(int across, int up, int trials, double min, double average)
        {
            int cell = (10 * up) + across;
            Assert.Equal((trials, min), (least.Table["trials"][cell], least.Table["loss"][cell]));
            Assert.Equal(average, mean["loss"][cell], 12);
        }

        Check(0, 0, 31, 0.0993, 0.3142064516129034);
        Check(3, 1, 44, 0.2849, 0.47406136363636375);
        Check(4, 0, 43, 0.0959, 0.46480465116279074);
        Check(5, 5, 13, 0.2676, 0.6948153846153846);
        Check(9, 9, 10, 0.9, 0.9);
        Check(2, 8, 6, 0.3627, 0.5661999999999999);
        double[] stops = [0.09905, 0.11282, 0.28334, 0.71903];
        Assert.All(least.Spec.Colors!.Stops.Zip(stops), pair => Assert.Equal(pair.Second, pair.First.Value, 12));
    }

    [SharedTableFact(SharedTableFactAttribute.Cifar)]
    public void Findings_PublishedTable_SayWhatItsReadersKnow()
    {
        IReadOnlyList<Finding> findings = new StudyAnalysis(Study.Value).Findings;

        Finding plateau = Assert.Single(findings, finding => finding.Kind == FindingKind.WorstValueShared);
        Assert.Equal("learning_rate", plateau.Parameter);
        Assert.Equal(
            ["layer1_layers", "layer1_size", "layer2_layers", "layer2_size", "layer4_layers"],
            findings.Where(finding => finding.Kind == FindingKind.BestOnBound).Select(finding => finding.Parameter).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Kind is FindingKind.NoEffect or FindingKind.TooFewTrials or FindingKind.NoiseAgainstImprovement);
    }

    [SharedTableFact(SharedTableFactAttribute.Cifar)]
    public void Catalogue_TableWithoutTimes_HasNoChartOfTime() =>
        Assert.DoesNotContain(ChartCatalogue.List(new StudyAnalysis(Study.Value)), plan => plan.Name.Contains("time", StringComparison.Ordinal));

    private static bool Near((double, double, double) a, (double, double, double) b) =>
        Math.Abs(a.Item1 - b.Item1) < 1e-12 && Math.Abs(a.Item2 - b.Item2) < 1e-12 && Math.Abs(a.Item3 - b.Item3) < 1e-12;
}
