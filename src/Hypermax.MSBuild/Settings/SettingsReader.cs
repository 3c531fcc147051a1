using System.Globalization;

namespace Hypermax.Build.Settings;

/// <summary>Turns property texts into settings and says in one sentence what is wrong with each text that does not fit.</summary>
public sealed partial class SettingsReader(IReadOnlyDictionary<string, string> properties)
{
    private readonly List<string> _problems = [];
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Gets one sentence a problem: the property, the rule, the value and the remedy.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Gets the names of all properties that were looked at so far.</summary>
    public IReadOnlyCollection<string> Known => _known;

    /// <summary>Reads all settings; those with problems keep their defaults.</summary>
    public SearchSettings Read() => new()
    {
        Study = Text("HypertuneStudy") ?? "*",
        Trials = Whole("HypertuneTrials", 1, int.MaxValue, "how many trials the finished study has", 100) is long trials ? (int)trials : null,
        Timeout = Timeout(),
        Target = Number("HypertuneTarget", "the value that is good enough", "0.05"),
        Patience = Whole("HypertunePatience", 0, int.MaxValue, "after how many trials without a better value the search ends (0: never)", 50) is long patience ? (int)patience : null,
        StopAtNoise = Text("HypertuneStopAtNoise") is null ? null : Flag("HypertuneStopAtNoise", byDefault: false),
        Seed = Whole("HypertuneSeed", 0, long.MaxValue, "what every random draw comes from", 1),
        Method = Text("HypertuneMethod")?.ToLowerInvariant(),
        Workers = Whole("HypertuneWorkers", 1, 1024, "how many trials run at once", 2) is long workers ? (int)workers : null,
        IsArrivalOrder = Order(),
        Lag = Whole("HypertuneLag", 1, 1024, "how many trials back a proposal looks, and so the most workers that can be busy,", 8) is long lag ? (int)lag : null,
        WarmStart = Text("HypertuneWarmStart"),
        Guidance = Text("HypertuneGuidance"),
        Trial = Trial(),
        FailOn = FailOn(),
        SpaceChange = SpaceChange(),
        ObjectiveChange = Word("HypertuneObjectiveChange", "warn", "remeasure", "fresh", "fail"),
        MethodChange = Word("HypertuneMethodChange", "fail", "accept"),
        Force = Flag("HypertuneForce", byDefault: false),
        Repeat = Whole("HypertuneRepeat", 0, int.MaxValue, "which trial to repeat", 3) is long repeat ? (int)repeat : null,
    };

    /// <summary>Reads a switch.</summary>
    /// <param name="property">The name of the property.</param>
    /// <param name="byDefault">Its value when it is not set.</param>
    public bool Flag(string property, bool byDefault)
    {
        string? text = Text(property);
        if (text is null || bool.TryParse(text, out byDefault))
        {
            return byDefault;
        }

        Add(property, "must be true or false", text, $"Set -p:{property}=true or leave it out.");
        return false;
    }

    private string? Text(string property)
    {
        _known.Add(property);
        return properties.TryGetValue(property, out string? text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    private long? Whole(string property, long low, long high, string meaning, long example)
    {
        string? text = Text(property);
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value >= low && value <= high)
        {
            return value;
        }

        string range = high >= int.MaxValue
            ? FormattableString.Invariant($"{low} or above")
            : FormattableString.Invariant($"from {low} to {high}");
        Add(property, $"says {meaning} and must be a whole number, {range}", text, FormattableString.Invariant($"Set for example -p:{property}={example}."));
        return null;
    }

    private double? Number(string property, string meaning, string example)
    {
        string? text = Text(property);
        if (text is null)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsNaN(value) && !double.IsInfinity(value))
        {
            return value;
        }

        Add(property, $"says {meaning} and must be a number with a point for decimals", text, $"Set for example -p:{property}={example}.");
        return null;
    }

    private bool? Order()
    {
        switch (Text("HypertuneOrder")?.ToLowerInvariant())
        {
            case null:
                return null;
            case "repeatable":
                return false;
            case "arrival":
                return true;
            case string other:
                Add("HypertuneOrder", "must be one of repeatable, arrival", other, "Set for example -p:HypertuneOrder=arrival.");
                return null;
        }
    }

    private TimeSpan? Timeout()
    {
        string? text = Text("HypertuneTimeout");
        if (text is null)
        {
            return null;
        }

        if (Durations.TryParse(text, out TimeSpan timeout) && timeout > TimeSpan.Zero)
        {
            return timeout;
        }

        Add("HypertuneTimeout", "must be a time above 0: seconds, or a number with s, m or h, or hh:mm:ss", text, "Set for example -p:HypertuneTimeout=10m.");
        return null;
    }

    private IReadOnlyList<FailOnRule> FailOn()
    {
        string? text = Text("HypertuneFailOn");
        if (text is null)
        {
            return [];
        }

        IReadOnlyList<FailOnRule> rules = FailOnRule.Parse(text, out string? problem);
        if (problem is not null)
        {
            Add("HypertuneFailOn", "lists conditions that fail the build, but " + problem, text, "Set for example \"-p:HypertuneFailOn=value>0.05 and failures>10%\".");
        }

        return rules;
    }

    private SpaceChange SpaceChange()
    {
        switch (Text("HypertuneSpaceChange")?.ToLowerInvariant())
        {
            case null or "fail":
                return Settings.SpaceChange.Fail;
            case "migrate":
                return Settings.SpaceChange.Migrate;
            case "fresh":
                return Settings.SpaceChange.Fresh;
            case string other:
                Add("HypertuneSpaceChange", "must be one of fail, migrate, fresh", other, "Set for example -p:HypertuneSpaceChange=fresh.");
                return Settings.SpaceChange.Fail;
        }
    }

    private string? Word(string property, params string[] words)
    {
        string? text = Text(property)?.ToLowerInvariant();
        if (text is null || words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Add(property, $"must be one of {string.Join(", ", words)}", text, $"Set for example -p:{property}={words[1]}.");
        return null;
    }

    private void Add(string property, string rule, string value, string remedy) =>
        _problems.Add($"Property '{property}' {rule}; it is '{value}'. {remedy}");
}
