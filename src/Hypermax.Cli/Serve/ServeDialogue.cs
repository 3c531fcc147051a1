using System.Globalization;
using System.Text;
using System.Text.Json;
using Hypermax.Import;
using Hypermax.Sampling;
using Hypermax.Settings;
using Hypermax.Spaces;

namespace Hypermax.Serve;

/// <summary>One dialogue of the ask/tell protocol: the header opens a study, every further line is a request with one answer.</summary>
/// <remarks>A line that cannot be answered gets an error object that names line and position; the study goes on.</remarks>
/// <param name="settings">What counts before the header: the environment and the command line.</param>
internal sealed class ServeDialogue(SettingSet settings) : IDisposable
{
    private const int MostAsked = 10_000;
    private const string Exhausted = "{\"exhausted\":true,\"error\":\"every point of the space has been tried; there is nothing left to ask for\"}";

    private static readonly string[] Kinds = ["ask", "tell", "enqueue", "fix", "free", "add", "best", "report"];

    private Study? _study;
    private int _line;

    public void Dispose() => _study?.Dispose();

    /// <summary>Answers a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <returns>The answer without a line end, or null where the protocol wants none.</returns>
    public string? Answer(string line)
    {
        _line++;
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("a request is a JSON object such as {\"ask\":1}");
            }

            if (_study is null)
            {
                _study = new ServeHeader(settings).Open(document.RootElement);
                return null;
            }

            return Respond(_study, document.RootElement);
        }
        catch (JsonException error)
        {
            return Error(FormattableString.Invariant($"position {(error.BytePositionInLine ?? 0) + 1}: not valid JSON: {FirstSentence(error.Message)}"));
        }
        catch (Exception error) when (
            error is FormatException or ArgumentException or InvalidOperationException or ImportException or IOException or UnauthorizedAccessException)
        {
            return Error(error.Message);
        }
    }

    private static string Respond(Study study, JsonElement request)
    {
        CheckKeys(request);
        if (Steer(study, request))
        {
            return "{\"ok\":true}";
        }

        if (request.TryGetProperty("report", out JsonElement report))
        {
            return ReportRequest.Answer(study, report);
        }

        if (request.TryGetProperty("ask", out JsonElement count))
        {
            bool explains = request.TryGetProperty("why", out JsonElement why) && why.ValueKind == JsonValueKind.True;
            return CountOf(count) is > 1 and var many ? AskMany(study, many, explains) : AskOne(study, explains) ?? Exhausted;
        }

        return study.Header.Directions.Count > 1 ? Write(writer => FrontAnswer.Write(writer, study))
            : study.Best is { } best ? Write(writer => WriteTrial(writer, study, best.Number, best.Point, best.Value)) : "{\"id\":null}";
    }

    // One kind of request a line, and nothing that would go unread.
    private static void CheckKeys(JsonElement request)
    {
        string[] known = [.. request.EnumerateObject().Select(entry => entry.Name).Where(Kinds.Contains)];
        if (known.Length > 1)
        {
            throw new FormatException($"the request has both '{known[0]}' and '{known[1]}'; a line is one request");
        }

        if (known.Length == 1)
        {
            string? other = request.EnumerateObject()
                .Select(entry => entry.Name)
                .FirstOrDefault(name => name != known[0] && !(name == "why" && known[0] == "ask"));
            if (other is not null)
            {
                throw new FormatException(
                    $"the request '{known[0]}' has the key '{other}', which says nothing there; "
                    + $"{(known[0] == "ask" ? "'ask' takes 'why' beside it" : "remove it")}");
            }

            return;
        }

        string keys = string.Join(", ", request.EnumerateObject().Select(entry => $"'{entry.Name}'"));
        throw new FormatException(
            $"the request has {(keys.Length == 0 ? "no key" : "the keys " + keys)}; it must have one of 'ask', 'report', 'tell', 'enqueue', 'fix', "
            + "'free', 'add' or 'best'");
    }

    // The requests that have nothing to answer but that they were understood.
    private static bool Steer(Study study, JsonElement request)
    {
        if (request.TryGetProperty("tell", out JsonElement told))
        {
            (int id, TrialOutcome outcome) = TellRequest.Read(told, study);
            study.Tell(id, outcome);
        }
        else if (request.TryGetProperty("enqueue", out JsonElement point))
        {
            study.Enqueue(PointJson.Read(study.Space, point));
        }
        else if (request.TryGetProperty("fix", out JsonElement values))
        {
            SteerRequest.Fix(study, values);
        }
        else if (request.TryGetProperty("free", out JsonElement names))
        {
            SteerRequest.Free(study, names);
        }
        else if (request.TryGetProperty("add", out JsonElement known))
        {
            SteerRequest.Add(study, known);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static int CountOf(JsonElement count) =>
        count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out int asked) && asked is >= 1 and <= MostAsked
        ? asked
        : throw new FormatException(
            FormattableString.Invariant($"'ask' is {count.GetRawText()}; it must be how many points to ask for, from 1 to {MostAsked}"));

    // Fewer than asked for when the space is used up; an error object when nothing is left at all.
    private static string AskMany(Study study, int count, bool why)
    {
        List<string> asked = [];
        while (asked.Count < count && AskOne(study, why) is { } answer)
        {
            asked.Add(answer);
        }

        return asked.Count == 0 ? Exhausted : $"[{string.Join(',', asked)}]";
    }

    private static string? AskOne(Study study, bool why)
    {
        if (study.Ask() is not { } trial)
        {
            return null;
        }

        return Write(writer =>
        {
            WriteTrial(writer, study, trial.Number, trial.Point, value: null);
            if (trial.Budget is { } budget)
            {
                writer.WriteNumber("budget", budget.Amount);
                if (budget.Continues is int earlier && study.Header.Fidelity is { Checkpoints: true })
                {
                    writer.WriteNumber("continues", earlier);
                }
            }

            if (why && trial.Insight is { } insight)
            {
                writer.WriteStartObject("why");
                writer.WriteString("method", insight.Method);
                WriteFinite(writer, "expected", insight.Expected);
                WriteFinite(writer, "spread", insight.Spread);
                WriteFinite(writer, "acquisition", insight.Acquisition);
                if (insight.Note is not null)
                {
                    writer.WriteString("note", insight.Note);
                }

                writer.WriteEndObject();
            }
        });
    }

    private static void WriteTrial(Utf8JsonWriter writer, Study study, int id, Point point, double? value)
    {
        writer.WriteNumber("id", id);
        if (value is double told)
        {
            writer.WriteNumber(study.Direction.FigureName(), told);
        }

        writer.WritePropertyName("params");
        FlatPointJson.Write(writer, study.Space, point);
    }

    private static void WriteFinite(Utf8JsonWriter writer, string key, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(key, value);
        }
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private string Error(string message) =>
        Write(writer => writer.WriteString("error", string.Create(CultureInfo.InvariantCulture, $"line {_line}: {message}")));
}
