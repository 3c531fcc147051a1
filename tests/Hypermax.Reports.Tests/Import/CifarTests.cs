using Hypermax.Import;

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
}
