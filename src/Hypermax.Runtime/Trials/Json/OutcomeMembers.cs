using System.Text.Json;

namespace Hypermax.Trials.Json;

/// <summary>Reads how a trial ended beyond its state and value, from members of an object of JSON.</summary>
internal sealed class OutcomeMembers
{
    private FailureKind _failure;
    private string? _message;
    private string? _log;
    private SourcePosition? _position;
    private IReadOnlyList<double>? _values;
    private IReadOnlyList<ConstraintValue>? _constraints;
    private IReadOnlyList<TrialReport>? _reports;
    private IReadOnlyDictionary<string, double>? _metrics;
    private IReadOnlyDictionary<string, string>? _attributes;
    private ResourceUsage? _usage;

    public void Clear()
    {
        _failure = FailureKind.None;
        _message = null;
        _log = null;
        _position = null;
        _values = null;
        _constraints = null;
        _reports = null;
        _metrics = null;
        _attributes = null;
        _usage = null;
    }

    /// <summary>Makes the outcome.</summary>
    /// <param name="state">How the trial ended.</param>
    /// <param name="value">Its value.</param>
    /// <param name="reports">The intermediate values that had records of their own.</param>
    public TrialOutcome ToOutcome(TrialState state, double value, IReadOnlyList<TrialReport> reports) => new()
    {
        State = state,
        Value = value,
        Values = _values,
        Constraints = _constraints ?? [],
        Failure = _failure,
        Message = _message,
        Log = _log,
        Position = _position,
        Metrics = _metrics ?? TrialOutcome.NoMetrics,
        Attributes = _attributes ?? TrialOutcome.NoAttributes,
        Reports = _reports ?? reports,
        Usage = _usage,
    };

    /// <summary>Reads the member that a reader stands at, if it is one of these.</summary>
    public bool TryRead(ref Utf8JsonReader json, NameTable names)
    {
        if (json.ValueTextEquals("failure"u8))
        {
            json.Read();
            _failure = Enum.TryParse(names.Get(ref json), out FailureKind failure) ? failure : FailureKind.None;
        }
        else if (json.ValueTextEquals("message"u8))
        {
            json.Read();
            _message = json.GetString();
        }
        else if (json.ValueTextEquals("log"u8))
        {
            json.Read();
            _log = json.GetString();
        }
        else if (json.ValueTextEquals("metrics"u8))
        {
            json.Read();
            _metrics = ReadNumbers(ref json, names);
        }
        else if (json.ValueTextEquals("attributes"u8))
        {
            json.Read();
            _attributes = ReadTexts(ref json, names);
        }
        else if (json.ValueTextEquals("usage"u8))
        {
            json.Read();
            _usage = ReadUsage(ref json);
        }
        else
        {
            return TryReadRare(ref json);
        }

        return true;
    }

    // Few records have these, so they may cost a document.
    private bool TryReadRare(ref Utf8JsonReader json)
    {
        bool isPosition = json.ValueTextEquals("position"u8);
        bool isValues = json.ValueTextEquals("values"u8);
        bool isConstraints = json.ValueTextEquals("constraints"u8);
        if (!isPosition && !isValues && !isConstraints && !json.ValueTextEquals("reports"u8))
        {
            return false;
        }

        json.Read();
        using JsonDocument document = JsonDocument.ParseValue(ref json);
        JsonElement element = document.RootElement;
        if (isPosition)
        {
            _position = new SourcePosition(
                element.GetProperty("file").GetString() ?? string.Empty, element.GetProperty("line").GetInt32(), element.GetProperty("column").GetInt32());
        }
        else if (isValues)
        {
            _values = [.. element.EnumerateArray().Select(value => value.GetDouble())];
        }
        else if (isConstraints)
        {
            _constraints = OutcomeJson.ReadConstraintValues(element);
        }
        else
        {
            _reports =
            [
                .. element.EnumerateArray().Select(report => new TrialReport(report.GetProperty("step").GetInt64(), OutcomeJson.Number(report, "value"))),
            ];
        }

        return true;
    }

    private static Dictionary<string, double> ReadNumbers(ref Utf8JsonReader json, NameTable names)
    {
        Dictionary<string, double> numbers = new(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = names.Get(ref json);
            json.Read();
            numbers[name] = NumberJson.Read(ref json);
        }

        return numbers;
    }

    private static Dictionary<string, string> ReadTexts(ref Utf8JsonReader json, NameTable names)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = names.Get(ref json);
            json.Read();
            texts[name] = json.GetString() ?? string.Empty;
        }

        return texts;
    }

    private static ResourceUsage ReadUsage(ref Utf8JsonReader json)
    {
        double cpu = double.NaN;
        long peak = 0;
        long median = 0;
        long read = 0;
        long written = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("cpu"u8))
            {
                json.Read();
                cpu = NumberJson.Read(ref json);
                continue;
            }

            ref long figure = ref written;
            if (json.ValueTextEquals("peak"u8))
            {
                figure = ref peak;
            }
            else if (json.ValueTextEquals("median"u8))
            {
                figure = ref median;
            }
            else if (json.ValueTextEquals("read"u8))
            {
                figure = ref read;
            }
            else if (!json.ValueTextEquals("written"u8))
            {
                json.Skip();
                continue;
            }

            json.Read();
            figure = json.GetInt64();
        }

        return new ResourceUsage(cpu, peak, median, read, written);
    }
}
