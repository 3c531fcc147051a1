using System.Globalization;
using System.Text;
using Hypermax.Errors;
using Hypermax.Sampling;
using Hypermax.Settings;

namespace Hypermax.Studies.Staging;

/// <summary>Stages in the one line that settings have: <c>random 20; tpe 50 narrow 20%; fine: tpe 30 only Depth,Rate</c>.</summary>
internal sealed class StageText
{
    private const string Form = "A stage is [NAME:] METHOD TRIALS, then any of narrow 20%, only A,B, vary 2, turns A,B | C, for 10m.";

    private static readonly string[] Clauses = ["narrow", "only", "vary", "turns", "for"];
    private static readonly string[] Details = ["quantiles", "margin", "choices", "of"];
    private static readonly string[] Ends = [";", "then"];

    private readonly IReadOnlyList<StageWord> _words;
    private int _next;

    private StageText(string text) => _words = StageWord.Split(text);

    private StageWord Word => _words[_next];

    /// <summary>Reads stages.</summary>
    /// <exception cref="FormatException">The text has another form; the message says where and what was expected.</exception>
    public static IReadOnlyList<Stage> Read(string text)
    {
        StageText reader = new(text);
        List<Stage> stages = [];
        do
        {
            stages.Add(reader.ReadStage());
        }
        while (reader.Skip(Ends) && !reader.Word.IsEnd);

        return reader.Word.IsEnd ? stages : throw reader.Unexpected("what belongs to a stage", [.. Clauses, .. Details, "then"]);
    }

    /// <summary>Writes stages.</summary>
    public static string Write(IReadOnlyList<Stage> stages) => string.Join("; ", stages.Select(Write));

    private static string Write(Stage stage)
    {
        List<string> words = [];
        Add(words, stage.Name is { } name ? $"{name}:" : null);
        string options = stage.MethodOptions is { Count: > 0 } given ? $"({new OptionsRule().Write(given)})" : string.Empty;
        Add(words, stage.Method is { } method ? method + options : null);
        Add(words, stage.Trials is int trials ? Text(trials) : null);
        if (stage.Narrow is { } narrow)
        {
            Narrowing plain = new();
            Add(words, $"narrow {Text(narrow.Top)}");
            bool isCut = (narrow.LowQuantile, narrow.HighQuantile) != (plain.LowQuantile, plain.HighQuantile);
            Add(words, isCut ? $"quantiles {Text(narrow.LowQuantile)}..{Text(narrow.HighQuantile)}" : null);
            Add(words, narrow.Margin != plain.Margin ? $"margin {Text(narrow.Margin)}" : null);
            Add(words, narrow.ChoiceShare != plain.ChoiceShare ? $"choices {Text(narrow.ChoiceShare)}" : null);
            Add(words, narrow.Of is { } of ? $"of {of}" : null);
        }

        Add(words, stage.Only.Count > 0 ? $"only {Names(stage.Only)}" : null);
        Add(words, stage.AtATime is int count ? $"vary {Text(count)}" : null);
        Add(words, stage.InTurn.Count > 0 ? $"turns {string.Join(" | ", stage.InTurn.Select(Names))}" : null);
        Add(words, stage.Timeout is { } timeout ? $"for {Rules.Duration.Write(timeout)}" : null);
        return string.Join(' ', words);
    }

    private static void Add(List<string> words, string? text)
    {
        if (text is not null)
        {
            words.Add(text);
        }
    }

    private static string Names(IReadOnlyList<string> names) => string.Join(',', names.Select(StageWord.Quote));

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private Stage ReadStage()
    {
        Stage stage = new();
        if (_words[Math.Min(_next + 1, _words.Count - 1)].Is(":"))
        {
            stage = stage with { Name = Word.Text };
            _next += 2;
        }

        if (!Word.IsNumber && !Clauses.Any(Word.Is))
        {
            stage = stage with { Method = ReadMethod() };
        }

        if (Word.IsOptions)
        {
            stage = stage with { MethodOptions = ReadOptions() };
        }

        if (Word.IsNumber)
        {
            stage = stage with { Trials = ReadCount("the number of trials") };
        }

        while (Array.Find(Clauses, Word.Is) is { } clause)
        {
            _next++;
            stage = Read(clause, stage);
        }

        return stage;
    }

    private Stage Read(string clause, Stage stage) => clause switch
    {
        "narrow" => stage with { Narrow = ReadNarrowing() },
        "only" => stage with { Only = ReadNames("only") },
        "vary" => stage with { AtATime = ReadCount("how many parameters each trial varies") },
        "turns" => stage with { InTurn = ReadGroups() },
        _ => stage with { Timeout = ReadTime() },
    };

    private string ReadMethod()
    {
        string name = Word.Text;
        if (Word.IsEnd || !Samplers.Names.Contains(name, StringComparer.Ordinal))
        {
            throw Unexpected("a method of search, with which a stage begins", [.. Samplers.Names, .. Clauses]);
        }

        _next++;
        return name;
    }

    private IReadOnlyDictionary<string, string> ReadOptions()
    {
        if (!new OptionsRule().TryRead(Word.Text, out IReadOnlyDictionary<string, string> options, out string? hint))
        {
            throw Wrong($"stands in brackets, so it must be options as name=value. {hint}");
        }

        _next++;
        return options;
    }

    private Narrowing ReadNarrowing()
    {
        Narrowing narrowing = new() { Top = ReadShare("which part of the trials is good") };
        while (Array.Find(Details, Word.Is) is { } detail)
        {
            _next++;
            narrowing = detail switch
            {
                "quantiles" => ReadQuantiles(narrowing),
                "margin" => narrowing with { Margin = ReadShare("the margin") },
                "choices" => narrowing with { ChoiceShare = ReadShare("the share of a choice that is kept") },
                _ => narrowing with { Of = ReadName("the stage whose trials count") },
            };
        }

        return narrowing;
    }

    private Narrowing ReadQuantiles(Narrowing narrowing)
    {
        string[] parts = Word.Text.Split("..");
        if (parts.Length != 2 || Share(parts[0]) is not double low || Share(parts[1]) is not double high)
        {
            throw Wrong("must be two parts, such as 5%..95%");
        }

        _next++;
        return narrowing with { LowQuantile = low, HighQuantile = high };
    }

    private List<IReadOnlyList<string>> ReadGroups()
    {
        List<IReadOnlyList<string>> groups = [];
        do
        {
            groups.Add(ReadNames("turns"));
        }
        while (Skip(["|"]));

        return groups;
    }

    private List<string> ReadNames(string clause)
    {
        List<string> names = [];
        while (!Word.IsEnd && !Word.IsSign && !Word.IsOptions && !Clauses.Any(Word.Is) && !Ends.Any(Word.Is))
        {
            names.Add(Word.Text);
            _next++;
            Skip([","]);
        }

        return names.Count > 0 ? names : throw Wrong($"must be a parameter, for '{clause}' needs one at least");
    }

    private string ReadName(string meaning)
    {
        if (Word.IsEnd || Word.IsSign)
        {
            throw Wrong($"must be {meaning}");
        }

        return _words[_next++].Text;
    }

    private int ReadCount(string meaning)
    {
        if (!int.TryParse(Word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count == 0)
        {
            throw Wrong($"must be {meaning}, a whole number above 0");
        }

        _next++;
        return count;
    }

    private double ReadShare(string meaning)
    {
        double share = Share(Word.Text) ?? throw Wrong($"must be {meaning}, such as 20% or 0.2");
        _next++;
        return share;
    }

    private TimeSpan ReadTime()
    {
        if (!Rules.Duration.TryRead(Word.Text, out TimeSpan time, out _) || time <= TimeSpan.Zero)
        {
            throw Wrong($"must be {Rules.Duration.Words}");
        }

        _next++;
        return time;
    }

    private static double? Share(string text)
    {
        bool isPercent = text.EndsWith('%');
        bool isNumber = double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        return !isNumber || !double.IsFinite(value) || value < 0 || (!isPercent && value > 1) ? null : isPercent ? value / 100 : value;
    }

    private bool Skip(string[] words)
    {
        bool isOne = Array.Exists(words, Word.Is);
        _next += isOne ? 1 : 0;
        return isOne;
    }

    private FormatException Unexpected(string expected, string[] known) => Word.IsEnd
        ? Wrong($"must be {expected}")
        : Wrong($"is not {expected}", NearestName.Of(Word.Text, known) is { } nearest ? $"Did you mean '{nearest}'?" : Form);

    private FormatException Wrong(string rule, string remedy = Form) => new(new StringBuilder()
        .Append(Word.IsEnd ? "The end of the text" : $"'{Word.Text}'")
        .Append(CultureInfo.InvariantCulture, $", character {Word.Place + 1} of the stages, {rule}. {remedy}")
        .ToString());
}
