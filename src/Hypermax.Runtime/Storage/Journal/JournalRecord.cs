using System.Runtime.InteropServices;
using System.Text.Json;
using Hypermax.Trials.Json;

namespace Hypermax.Storage.Journal;

/// <summary>One record about a trial, read in a single pass over its bytes; the same object is filled again for the next one.</summary>
/// <remarks>Opening a large study is this and little else: a document for every line took twice as long.</remarks>
internal sealed class JournalRecord
{
    private readonly NameTable _names = new();
    private readonly List<double> _vector = [];
    private long? _budget;
    private int? _continues;
    private int _loop;
    private int _group;
    private int _round;
    private readonly Dictionary<(string Method, string? Stage), Insight> _plainInsights = [];

    /// <summary>Gets what kind of record it is, such as <c>finish</c>.</summary>
    public string Type { get; private set; } = string.Empty;

    public int Trial { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? Owner { get; private set; }

    public int Retries { get; private set; }

    public Insight? Insight { get; private set; }

    public double Milliseconds { get; private set; }

    public int Worker { get; private set; }

    public long Step { get; private set; }

    public double Value { get; private set; }

    public TrialState State { get; private set; }

    /// <summary>Gets what the trial may spend, or null.</summary>
    public TrialBudget? Budget => _budget is long amount
        ? new TrialBudget(amount) { Continues = _continues, Loop = _loop, Group = _group, Round = _round }
        : null;

    /// <summary>Gets the outcome's own members.</summary>
    public OutcomeMembers Outcome { get; } = new();

    /// <summary>Gets the point; that of the trial itself where it is the same, so that it is kept once.</summary>
    public Point PointOr(Point? known)
    {
        Span<double> read = CollectionsMarshal.AsSpan(_vector);
        return known is not null && read.SequenceEqual(known.AsSpan()) ? known : Point.Owning(read.ToArray());
    }

    /// <summary>Gets the numbers of the record that steers, as they stand there.</summary>
    public ReadOnlySpan<double> Vector => CollectionsMarshal.AsSpan(_vector);

    /// <summary>Reads a line.</summary>
    public void Read(ReadOnlySpan<byte> line)
    {
        Clear();
        Utf8JsonReader json = new(line);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryReadMember(ref json) && !Outcome.TryRead(ref json, _names))
            {
                json.Skip();
            }
        }
    }

    private void Clear()
    {
        Type = string.Empty;
        Trial = 0;
        At = default;
        Owner = null;
        Retries = 0;
        Insight = null;
        Milliseconds = 0;
        Worker = 0;
        Step = 0;
        Value = double.NaN;
        State = TrialState.Running;
        (_budget, _continues, _loop, _group, _round) = (null, null, 0, 0, 0);
        _vector.Clear();
        Outcome.Clear();
    }

    // In the order in which the writer puts them, so that most are found at once.
    private bool TryReadMember(ref Utf8JsonReader json)
    {
        if (Is(ref json, "type"u8))
        {
            Type = _names.Get(ref json);
        }
        else if (Is(ref json, "trial"u8))
        {
            Trial = json.GetInt32();
        }
        else if (Is(ref json, "vector"u8))
        {
            ReadVector(ref json);
        }
        else if (Is(ref json, "at"u8))
        {
            At = json.GetDateTimeOffset();
        }
        else if (Is(ref json, "owner"u8))
        {
            Owner = _names.Get(ref json);
        }
        else if (Is(ref json, "insight"u8))
        {
            ReadInsight(ref json);
        }
        else if (Is(ref json, "state"u8))
        {
            State = Enum.Parse<TrialState>(_names.Get(ref json));
        }
        else if (Is(ref json, "value"u8))
        {
            Value = NumberJson.Read(ref json);
        }
        else if (Is(ref json, "ms"u8))
        {
            Milliseconds = json.GetDouble();
        }
        else
        {
            return TryReadRareMember(ref json);
        }

        return true;
    }

    private bool TryReadRareMember(ref Utf8JsonReader json)
    {
        if (Is(ref json, "worker"u8))
        {
            Worker = json.GetInt32();
        }
        else if (Is(ref json, "retries"u8))
        {
            Retries = json.GetInt32();
        }
        else if (Is(ref json, "step"u8))
        {
            Step = json.GetInt64();
        }
        else
        {
            return TryReadBudget(ref json);
        }

        return true;
    }

    private bool TryReadBudget(ref Utf8JsonReader json)
    {
        if (Is(ref json, "budget"u8))
        {
            _budget = json.GetInt64();
        }
        else if (Is(ref json, "continues"u8))
        {
            _continues = json.GetInt32();
        }
        else if (Is(ref json, "loop"u8))
        {
            _loop = json.GetInt32();
        }
        else if (Is(ref json, "group"u8))
        {
            _group = json.GetInt32();
        }
        else if (Is(ref json, "round"u8))
        {
            _round = json.GetInt32();
        }
        else
        {
            return false;
        }

        return true;
    }

    private void ReadVector(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            _vector.Add(json.TokenType == JsonTokenType.Null ? double.NaN : json.GetDouble());
        }
    }

    private void ReadInsight(ref Utf8JsonReader json)
    {
        string method = string.Empty;
        string? note = null;
        string? stage = null;
        double expected = double.NaN;
        double spread = double.NaN;
        double acquisition = double.NaN;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref json, "method"u8))
            {
                method = _names.Get(ref json);
            }
            else if (Is(ref json, "expected"u8))
            {
                expected = NumberJson.Read(ref json);
            }
            else if (Is(ref json, "spread"u8))
            {
                spread = NumberJson.Read(ref json);
            }
            else if (Is(ref json, "acquisition"u8))
            {
                acquisition = NumberJson.Read(ref json);
            }
            else if (Is(ref json, "note"u8))
            {
                note = json.GetString();
            }
            else if (Is(ref json, "stage"u8))
            {
                stage = _names.Get(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        bool isPlain = note is null && double.IsNaN(expected) && double.IsNaN(spread) && double.IsNaN(acquisition);
        Insight = isPlain ? Plain(method, stage) : new Insight(method, expected, spread, acquisition, note) { Stage = stage };
    }

    private Insight Plain(string method, string? stage)
    {
        if (!_plainInsights.TryGetValue((method, stage), out Insight? insight))
        {
            _plainInsights.Add((method, stage), insight = new Insight(method) { Stage = stage });
        }

        return insight;
    }

    // Steps on to the value when the name is the one asked for.
    private static bool Is(ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueTextEquals(name) && json.Read();
}
