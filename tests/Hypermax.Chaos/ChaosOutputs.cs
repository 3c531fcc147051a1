namespace Hypermax.Chaos;

/// <summary>What a program can print instead of one result, each by name.</summary>
public static class ChaosOutputs
{
    /// <summary>Gets the outputs by name; the program ends well after printing one.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new SortedDictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["apostrophe"] = () => """{"loss":0.5,"note":"it's the model's \"best\"","accuracy":0.9}""" + "\n",
        ["half-result"] = () => """{"loss": 0.""",
        ["nothing"] = () => string.Empty,
        ["prose"] = () => "training is done\n",
        ["python-dict"] = () => "{'loss': 0.5}\n",
        ["nan-object"] = () => """{"loss": NaN, "accuracy": Infinity}""" + "\n",
        ["negative-object"] = () => """{"loss": -2.5e-3}""" + "\r\n\n",
        ["reports"] = () => """{"step":1,"value":3}""" + "\n" + """{"step":2,"loss":2}""" + "\n1.5\n",
        ["two-numbers"] = () => "0.5\n0.7\n",
        ["two-on-a-line"] = () => "0.5 0.7\n",
        ["two-results"] = () => """{"loss":0.5}""" + "\nbye\n" + """{"loss":0.7}""" + "\n",
        ["step-text"] = () => """{"step": "epoch 1", "loss": 0.3}""" + "\n0.5\n",
        ["step-text-object"] = () => """{"step": "epoch 1", "loss": 0.3}""" + "\n" + """{"loss": 0.5}""" + "\n",
        ["step-fraction"] = () => """{"step": 1.5, "value": 0.3}"""
            + "\n"
            + """{"step": 1e40, "value": 0.3}"""
            + "\n"
            + """{"step": null, "loss": 0.3}"""
            + "\n"
            + """{"step": [1], "loss": [0.3]}"""
            + "\n"
            + """{"loss": 0.5}"""
            + "\n",
        ["half-characters-result"] = () => """{"step":1,"value":2,"why":"\ud800"}"""
            + "\n"
            + """{"loss": 0.5, "note": "\udcff", "pair": "\ud83d\ude00", "key \udfff": 1, "deep": {"\ud800": "\ud800\ud800"}}"""
            + "\n",
        ["half-characters-error"] = () => """{"error": {"type": "E\udc00", "message": "bad \ud800", "file": "\ud800.py", "line": 1}}""" + "\n",
        ["deep"] = () => string.Concat(Enumerable.Repeat("""{"loss":""", 10_000)) + "\n0.5\n",
        ["deep-result"] = () => """{"loss":0.5,"deep":""" + new string('[', 10_000) + new string(']', 10_000) + "}\n",
        ["huge-number"] = () => """{"loss": 1e999}""" + "\n",
        ["huge-metric"] = () => """{"loss": 0.5, "big": 1e999, "digits": 1""" + new string('0', 5000) + "}\n",
        ["loss-twice"] = () => """{"loss": 0.25, "loss": 0.5}""" + "\n",
        ["metric-twice"] = () => """{"loss": 0.5, "a": 1, "a": 2}""" + "\n",
        ["number-cut"] = () => "0." + new string('5', 5_000_000) + "e-300\n",
        ["number-cut-unended"] = () => "0." + new string('5', 5_000_000),
        ["long-prose"] = () => new string('p', 5_000_000) + "\n0.5\n",
        ["long-note"] = () => """{"loss": 0.5, "note": """ + '"' + new string('n', 80_000_000) + "\"}\n",
        ["zero-object"] = () => """{"loss":0}""" + "\n",
    };
}
