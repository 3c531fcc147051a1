using System.Runtime.InteropServices;
using System.Text.Json;
using Hypermax.Building;
using Hypermax.Execution.Said;
using Hypermax.Spaces;

namespace Hypermax.Worker.Protocol;

/// <summary>Writes every message that a worker sends.</summary>
internal static class Messages
{
    /// <summary>The version of the protocol.</summary>
    public const int Version = 2;

    public static void WriteReady(Utf8JsonWriter writer, string assembly, IEnumerable<ObjectiveDescriptor> objectives)
    {
        writer.WriteStartObject();
        writer.WriteNumber("protocol", Version);
        writer.WriteNumber("pid", Environment.ProcessId);
        writer.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        writer.WriteString("assembly", assembly);
        writer.WriteStartArray("objectives");
        foreach (ObjectiveDescriptor objective in objectives)
        {
            WriteObjective(writer, objective);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteRefusal(Utf8JsonWriter writer, ObjectiveSourceException error)
    {
        writer.WriteStartObject();
        writer.WriteNumber("protocol", Version);
        writer.WriteStartObject("refused");
        writer.WriteString("kind", error.Kind);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteBegun(Utf8JsonWriter writer, long id)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteBoolean("begun", true);
        writer.WriteEndObject();
    }

    public static void WriteReport(Utf8JsonWriter writer, long id, double value, long step)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteStartObject("report");
        writer.WriteNumber("step", step);
        Numbers.Write(writer, "value", value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteMetric(Utf8JsonWriter writer, long id, string name, double value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteString("metric", name);
        Numbers.Write(writer, "value", value);
        writer.WriteEndObject();
    }

    public static void WriteAttribute(Utf8JsonWriter writer, long id, string name, string value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteString("attribute", name);
        writer.WriteString("text", value);
        writer.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter writer, long id, double value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        Numbers.Write(writer, "result", value);
        writer.WriteEndObject();
    }

    public static void WriteStopped(Utf8JsonWriter writer, long id)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteBoolean("stopped", true);
        writer.WriteEndObject();
    }

    public static void WriteError(Utf8JsonWriter writer, long id, ThrownError error)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteStartObject("error");
        writer.WriteString("type", error.Type);
        writer.WriteString("message", error.Message);
        if (error.Position is { } position)
        {
            writer.WriteString("file", position.File);
            writer.WriteNumber("line", position.Line);
            writer.WriteNumber("column", position.Column);
        }

        writer.WriteString("stack", error.Stack);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRepetition(Utf8JsonWriter writer, ObjectiveAttribute settings)
    {
        writer.WriteBoolean("freshProcess", settings.FreshProcess);
        writer.WriteNumber("retries", settings.Retries);
        writer.WriteNumber("trialRepeats", settings.TrialRepeats);
        writer.WriteNumber("confirmLeaders", settings.ConfirmLeaders);
        writer.WriteNumber("confirmRepeats", settings.ConfirmRepeats);
        if (settings.RetryOn is not null)
        {
            writer.WriteString("retryOn", settings.RetryOn);
        }

        if (settings.Loss is not null)
        {
            writer.WriteString("loss", settings.Loss);
        }
    }

    private static void WriteObjective(Utf8JsonWriter writer, ObjectiveDescriptor objective)
    {
        ObjectiveAttribute settings = objective.Settings;
        writer.WriteStartObject();
        writer.WriteString("name", objective.Name);
        writer.WriteStartObject("settings");
        writer.WriteNumber("trials", settings.Trials);
        writer.WriteString("direction", settings.Direction == Direction.Maximize ? "maximize" : "minimize");
        if (settings.Method is not null)
        {
            writer.WriteString("method", settings.Method);
        }

        writer.WriteNumber("seed", settings.Seed);
        writer.WriteNumber("workers", settings.Workers);
        Numbers.Write(writer, "timeoutSeconds", settings.TimeoutSeconds);
        Numbers.Write(writer, "target", settings.Target);
        writer.WriteNumber("patience", settings.Patience);
        writer.WriteBoolean("stopAtNoise", settings.StopAtNoise);
        writer.WriteString("order", settings.Order == ProposalOrder.Arrival ? "arrival" : "repeatable");
        writer.WriteNumber("lag", settings.Lag);
        Numbers.Write(writer, "trialSeconds", settings.TrialSeconds);
        Numbers.Write(writer, "trialCpuSeconds", settings.TrialCpuSeconds);
        Numbers.Write(writer, "trialMemoryMegabytes", settings.TrialMemoryMegabytes);
        Numbers.Write(writer, "trialSilenceSeconds", settings.TrialSilenceSeconds);
        Numbers.Write(writer, "trialSoftSeconds", settings.TrialSoftSeconds);
        Numbers.Write(writer, "trialOutputMegabytes", settings.TrialOutputMegabytes);
        Numbers.Write(writer, "trialGpuMegabytes", settings.TrialGpuMegabytes);
        Numbers.Write(writer, "systemMemoryPercent", settings.SystemMemoryPercent);
        Numbers.Write(writer, "killLoss", settings.KillLoss);
        WriteRepetition(writer, settings);
        writer.WriteEndObject();
        writer.WriteStartObject("at");
        writer.WriteString("file", objective.Position.File);
        writer.WriteNumber("line", objective.Position.Line);
        writer.WriteNumber("column", objective.Position.Column);
        writer.WriteEndObject();
        writer.WritePropertyName("space");
        SpaceJson.Write(writer, objective.Space);
        writer.WriteEndObject();
    }
}
