namespace Hypermax.Chaos;

/// <summary>What a program can print instead of one result, each by name.</summary>
public static class ChaosOutputs
{
    /// <summary>Gets the outputs by name; the program ends well after printing one.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["apostrophe"] = """{"loss":0.5,"note":"it's the model's \"best\"","accuracy":0.9}""" + "\n",
        ["half-result"] = """{"loss": 0.""",
        ["nothing"] = string.Empty,
        ["prose"] = "training is done\n",
        ["python-dict"] = "{'loss': 0.5}\n",
        ["nan-object"] = """{"loss": NaN, "accuracy": Infinity}""" + "\n",
        ["negative-object"] = """{"loss": -2.5e-3}""" + "\r\n\n",
        ["reports"] = """{"step":1,"value":3}""" + "\n" + """{"step":2,"loss":2}""" + "\n1.5\n",
        ["two-numbers"] = "0.5\n0.7\n",
        ["two-on-a-line"] = "0.5 0.7\n",
        ["two-results"] = """{"loss":0.5}""" + "\nbye\n" + """{"loss":0.7}""" + "\n",
        ["zero-object"] = """{"loss":0}""" + "\n",
    };
}
