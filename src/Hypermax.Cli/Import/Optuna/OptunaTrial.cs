namespace Hypermax.Import.Optuna;

/// <summary>What a file of Optuna's says of one trial.</summary>
internal sealed class OptunaTrial
{
    public int Number { get; init; }

    /// <summary>Gets or sets the state by Optuna's name, such as <c>COMPLETE</c>.</summary>
    public string State { get; set; } = "RUNNING";

    /// <summary>Gets the values, one for each objective; infinite ones stay.</summary>
    public List<double> Values { get; } = [];

    public DateTimeOffset? Started { get; set; }

    public DateTimeOffset? Ended { get; set; }

    /// <summary>Gets the parameters in Optuna's internal form, a number or the index of a choice, with their distributions,
    /// in the order they were asked for.</summary>
    public List<(string Name, double Value, OptunaDistribution Distribution)> Parameters { get; } = [];

    /// <summary>Gets the intermediate values by step.</summary>
    public SortedDictionary<long, double> Reports { get; } = [];

    /// <summary>Gets the user attributes; texts as they are, everything else as JSON.</summary>
    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);
}
