namespace Hypermax.Config.Keys;

/// <summary>The keys of an entry of <c>metrics</c>: what the loss is made of.</summary>
internal static class MetricKeys
{
    public const string Metric = "metric";

    /// <summary>Gets what may be charged, with the resource as penalties call it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Penalties = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["time"] = "time",
        ["cpu"] = "cpu",
        ["ram"] = "memory",
    };

    /// <summary>Gets the keys of one entry.</summary>
    public static SectionShape Section { get; } = new(
    [
        new("type", new NameShape([Metric, .. Penalties.Keys]), "what the entry is: a metric that trials return (by its name; 'loss' is the loss itself), "
            + "or a penalty on seconds, processor seconds or mebibytes", "\"time\""),
        new("weight", PlainShape.Number, "what a metric is multiplied with; 1 by default", "0.5"),
        new("direction", new NameShape("minimize", "maximize"), "which values of a metric are better", "\"maximize\""),
        new("target", PlainShape.Number, "where a metric costs nothing; with 'max'", "0.95"),
        new("max", PlainShape.Number, "where a metric is unacceptable, below the target for one of which more is better", "0.5"),
        .. Penalties.Keys.SelectMany(name => (ConfigKey[])
        [
            new($"target_{name}", PlainShape.Number, $"up to where {UnitOf(name)} cost nothing", "5"),
            new($"max_{name}", PlainShape.Number, $"at how many {UnitOf(name)} the penalty is 'penalty_at_max'", "10"),
        ]),
        new("penalty_at_max", PlainShape.Number, "the penalty at the maximum, in the unit of the loss; it goes on growing beyond", "0.1"),
    ]);

    private static string UnitOf(string name) => name switch { "time" => "seconds", "cpu" => "processor seconds", _ => "mebibytes of the largest working set" };
}
