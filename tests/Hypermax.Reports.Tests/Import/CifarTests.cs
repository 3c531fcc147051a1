using Hypermax.Analysis;
using Hypermax.Analysis.Correlations;
using Hypermax.Analysis.Findings;
using Hypermax.Charts;
using Hypermax.Import;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Tests.Import;

public sealed class CifarTests
{
    public static SearchSpace Space => new("Cifar10ResNet",
    [
        new CategoricalParameter("activation", ["relu", "elu", "selu", "rrelu"]),
        .. Enumerable.Range(1, 4).Select(layer => new NumericParameter($"layer{layer}_layers", Law.Uniform, 1, 3, isInteger: true)),
        .. Enumerable.Range(0, 4).Select(layer => new NumericParameter($"layer{layer + 1}_size", Law.Uniform, 32 << layer, 96 << layer, step: 16 << layer, isInteger: true)),
        new NumericParameter("learning_rate", Law.Uniform, 0.1, 3),
        new NumericParameter("weight_decay", Law.LogUniform, 2e-5, 2e-3),
    ]);

    [CifarFact]
    public void ReadFile_PublishedTable_EveryRowIsATrial()
    {
        ImportedStudy study = CsvStudyReader.ReadFile(CifarFactAttribute.Table!, Space, new ImportOptions { Name = "cifar10" });

        Assert.Equal(2597, study.Trials.Count);
        Assert.Empty(study.Notes);
        Assert.Equal(0.0943, study.Trials.Min(trial => trial.Value), 4);
        Assert.Equal(629, study.Trials.Count(trial => trial.Value == 0.9));
    }

    /// <summary>What the original computed on this table: docs of its correlations.csv, with its shrinkage, which cancels but for 0.3 %.</summary>
    [CifarFact]
    public void Correlations_PublishedTable_AreThoseOfTheOriginal()
    {
        Table table = HypermaxCorrelations.Create(Data());
        string[] fields = [.. Enumerable.Range(0, table.RowCount).Select(table["field"].Text)];
        double At(string field) => table[field][Array.IndexOf(fields, field)];
        double[] off = [.. Enumerable.Range(0, fields.Length).SelectMany(row => Enumerable.Range(0, fields.Length).Where(column => column != row).Select(column => table[fields[column]][row]))];

        Assert.Equal(-10.07, off.Min(), 0.01);
        Assert.Equal(9.927, off.Max(), 0.01);
        Assert.Equal(19.99, At("root.weight_decay.number"), 0.005);
        Assert.Equal(0.032, At("root.learning_rate.number"), 0.0005);
    }

    [CifarFact]
    public void Findings_PublishedTable_SayWhatItsReadersKnow()
    {
        IReadOnlyList<Finding> findings = new StudyAnalysis(Data()).Findings;

        Finding plateau = Assert.Single(findings, finding => finding.Kind == FindingKind.WorstValueShared);
        Assert.Equal("learning_rate", plateau.Parameter);
        Assert.Equal(
            ["layer1_layers", "layer1_size", "layer2_layers", "layer2_size", "layer4_layers"],
            findings.Where(finding => finding.Kind == FindingKind.BestOnBound).Select(finding => finding.Parameter).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Kind is FindingKind.NoEffect or FindingKind.TooFewTrials or FindingKind.NoiseAgainstImprovement);
    }

    [CifarFact]
    public void Catalogue_TableWithoutTimes_HasNoChartOfTime() =>
        Assert.DoesNotContain(ChartCatalogue.List(new StudyAnalysis(Data())), plan => plan.Name.Contains("time", StringComparison.Ordinal));

    private static StudyData Data()
    {
        ImportedStudy study = CsvStudyReader.ReadFile(CifarFactAttribute.Table!, Space, new ImportOptions { Name = "cifar10" });
        return new StudyData(study.Header, study.Trials);
    }
}
