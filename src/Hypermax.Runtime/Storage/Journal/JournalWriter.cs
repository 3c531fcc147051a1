using System.Globalization;
using System.Text.Json;
using Hypermax.Budgets;
using Hypermax.Spaces;
using Hypermax.Trials.Json;

namespace Hypermax.Storage.Journal;

/// <summary>Writes the records of a journal; see docs/formats/journal.md.</summary>
internal static class JournalWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static byte[] Study(StudyHeader header) => Record("study", writer =>
    {
        writer.WriteNumber("format", header.Format);
        writer.WriteString("name", header.Name);
        writer.WritePropertyName("space");
        SpaceJson.Write(writer, header.Space);
        if (header.IsOfSearchJson)
        {
            writer.WriteString("form", JournalReader.SearchJsonForm);
        }

        writer.WriteStartArray("directions");
        foreach (Direction direction in header.Directions)
        {
            writer.WriteStringValue(direction.ToWord());
        }

        writer.WriteEndArray();
        ObjectivesJson.Write(writer, header);
        if (header.Loss is not null)
        {
            writer.WriteString("loss", header.Loss);
        }

        writer.WriteNumber("seed", header.Seed);
        writer.WriteString("method", header.Method);
        if (header.MethodOptions is not null)
        {
            writer.WriteString("methodOptions", header.MethodOptions);
        }

        if (header.Fidelity is { } fidelity)
        {
            writer.WriteString("fidelity", FidelityLedger.Write(fidelity));
            writer.WriteString("schedule", header.Schedule);
            if (header.ScheduleOptions is { Length: > 0 } options)
            {
                writer.WriteString("scheduleOptions", options);
            }
        }

        writer.WriteNumber("lag", header.Lag ?? 0);
        writer.WriteString("version", header.Version);
        WriteTime(writer, "created", header.Created);
    });

    public static byte[] Start(TrialRecord trial, string owner) => Record("start", writer =>
    {
        writer.WriteNumber("trial", trial.Number);
        VectorJson.Write(writer, "vector", trial.Point);
        WriteTime(writer, "at", trial.Started);
        writer.WriteString("owner", owner);
        if (trial.Retries > 0)
        {
            writer.WriteNumber("retries", trial.Retries);
        }

        WriteBudget(writer, trial.Budget);

        if (trial.Insight is { } insight)
        {
            writer.WriteStartObject("insight");
            writer.WriteString("method", insight.Method);
            WriteUnlessNaN(writer, "expected", insight.Expected);
            WriteUnlessNaN(writer, "spread", insight.Spread);
            WriteUnlessNaN(writer, "acquisition", insight.Acquisition);
            if (insight.Note is not null)
            {
                writer.WriteString("note", insight.Note);
            }

            if (insight.Stage is not null)
            {
                writer.WriteString("stage", insight.Stage);
            }

            writer.WriteEndObject();
        }
    });

    public static byte[] Report(int number, TrialReport report) => Record("report", writer =>
    {
        writer.WriteNumber("trial", number);
        writer.WriteNumber("step", report.Step);
        NumberJson.Write(writer, "value", report.Value);
    });

    /// <summary>The end of a trial; carries the point, so that the record means something even if the start was lost.</summary>
    public static byte[] Finish(TrialRecord trial, bool withReports) => Record("finish", writer =>
    {
        TrialOutcome outcome = trial.Outcome!;
        writer.WriteNumber("trial", trial.Number);
        writer.WriteString("state", trial.State.ToString());
        NumberJson.Write(writer, "value", outcome.Value);
        VectorJson.Write(writer, "vector", trial.Point);
        WriteTime(writer, "at", trial.Started);
        writer.WriteNumber("ms", Math.Round(trial.Duration.TotalMilliseconds, 4));
        if (trial.Worker != 0)
        {
            writer.WriteNumber("worker", trial.Worker);
        }

        WriteBudget(writer, trial.Budget);

        OutcomeJson.Write(writer, outcome, withReports);
    });

    public static byte[] Steer(Steering steering) => Record("steer", writer =>
    {
        // Format 1 has the same members for every kind: parameter −1 where there is none, and whatever numbers there are in a vector.
        (int parameter, Point vector) = steering switch
        {
            Steering.Enqueue enqueue => (-1, enqueue.Point),
            Steering.Fix fix => (fix.Parameter, [fix.Value]),
            Steering.Narrow narrow => (narrow.Parameter, [narrow.Low, narrow.High]),
            Steering.Free free => (free.Parameter, []),
            Steering.Scramble scramble => (scramble.Parameter, []),
            Steering.Relearn relearn => (relearn.Parameter, []),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        writer.WriteString("kind", steering.GetType().Name);
        writer.WriteNumber("from", steering.FromTrial);
        writer.WriteNumber("parameter", parameter);
        VectorJson.Write(writer, "vector", vector);
    });

    public static byte[] Change(StudyChange change) => Record("change", writer =>
    {
        writer.WriteNumber("from", change.FromTrial);
        if (change.Method is not null)
        {
            writer.WriteString("method", change.Method);
        }

        if (change.MethodOptions is not null)
        {
            writer.WriteString("methodOptions", change.MethodOptions);
        }

        if (change.Objective is not null)
        {
            writer.WriteString("objective", change.Objective);
        }

        if (change.Leaders is { } leaders)
        {
            writer.WriteStartArray("leaders");
            foreach (int number in leaders)
            {
                writer.WriteNumberValue(number);
            }

            writer.WriteEndArray();
        }

        if (change.Stage is { } stage)
        {
            writer.WritePropertyName("stage");
            StageJson.Write(writer, stage);
        }
    });

    /// <summary>A trial whose process gave it back, so that another one runs it at once.</summary>
    public static byte[] Back(int number) => Record("back", writer => writer.WriteNumber("trial", number));

    public static byte[] Beat(string owner) => Record("beat", writer => writer.WriteString("owner", owner));

    private static void WriteBudget(Utf8JsonWriter writer, TrialBudget? budget)
    {
        if (budget is null)
        {
            return;
        }

        writer.WriteNumber("budget", budget.Amount);
        if (budget.Continues is int earlier)
        {
            writer.WriteNumber("continues", earlier);
        }

        writer.WriteNumber("loop", budget.Loop);
        writer.WriteNumber("group", budget.Group);
        writer.WriteNumber("round", budget.Round);
    }

    private static void WriteUnlessNaN(Utf8JsonWriter writer, string key, double value)
    {
        if (!double.IsNaN(value))
        {
            NumberJson.Write(writer, key, value);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, string key, DateTimeOffset time) =>
        writer.WriteString(key, time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));

    private static byte[] Record(string type, Action<Utf8JsonWriter> members)
    {
        System.Buffers.ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            members(writer);
            writer.WriteEndObject();
        }

        return JournalLine.Seal(buffer.WrittenSpan);
    }
}
