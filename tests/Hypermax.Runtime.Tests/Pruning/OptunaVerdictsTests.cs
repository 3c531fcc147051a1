using System.Text.Json;
using Hypermax.Pruning;
using Hypermax.Settings;

namespace Hypermax.Tests.Pruning;

/// <summary>Verdicts against those of Optuna (5.0.0.dev, commit 1d8ce7bb6) on the same tables of reports, told one trial after the other.</summary>
public class OptunaVerdictsTests
{
    private static readonly JsonDocument Recorded =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pruning", "optuna-verdicts.json")));

    public static TheoryData<int> Cases { get; } = [.. Enumerable.Range(0, Recorded.RootElement.GetProperty("cases").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void FindReason_RecordedTable_StopsWhereOptunaDoes(int index)
    {
        JsonElement recorded = Recorded.RootElement.GetProperty("cases")[index];
        string table = recorded.GetProperty("table").GetString()!;
        Direction direction = recorded.GetProperty("direction").GetString() == "maximize" ? Direction.Maximize : Direction.Minimize;
        _ = new OptionsRule().TryRead(recorded.GetProperty("options").GetString()!, out IReadOnlyDictionary<string, string> options, out _);
        IPruner pruner = Pruners.Create(recorded.GetProperty("pruner").GetString()!, options);
        using Study study = Study.Create(
            new SearchSpace("plain", [new NumericParameter("x", Law.Uniform, 0, 1)]),
            new StudyOptions { Pruner = pruner, Direction = direction, Method = "random", Trials = 1000 });

        JsonElement.ArrayEnumerator rows = Recorded.RootElement.GetProperty(table).EnumerateArray();
        int[] stopped = [.. rows.Select(row => Run(study, Values(row, direction), isMean: table == "instances"))];

        Assert.Equal(recorded.GetProperty("stopped").EnumerateArray().Select(at => at.GetInt32()), stopped);
    }

    [Theory]
    [InlineData(1, 81, 3, new long[] { 81, 34, 15, 8, 5 })]
    [InlineData(1, 30, 3, new long[] { 27, 12, 6, 4 })]
    [InlineData(2, 100, 4, new long[] { 16, 6, 3 })]
    [InlineData(1, 243, 3, new long[] { 243, 98, 41, 18, 9, 6 })] // A logarithm of floating-point numbers makes five brackets of these.
    public void Brackets_MinAndMax_HaveTheWeightsOfThePaper(int least, int most, int reduction, long[] expected) =>
        Assert.Equal(expected, new Brackets(least, most, reduction).Weights);

    private static int Run(Study study, double[] values, bool isMean)
    {
        Trial trial = study.Ask()!;
        for (int i = 0; i < values.Length; i++)
        {
            trial.Report(values[i], i + 1);
            if (trial.ShouldPrune)
            {
                study.TellPruned(trial);
                return i + 1;
            }
        }

        study.Tell(trial, isMean ? values.Average() : values[^1]);
        return -1;
    }

    private static double[] Values(JsonElement row, Direction direction) =>
        [.. row.EnumerateArray().Select(value => direction.ToLoss(value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble()))];
}
