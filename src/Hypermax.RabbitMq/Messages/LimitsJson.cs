using System.Text.Json;
using Hypermax.Execution.Limits;

namespace Hypermax.RabbitMq.Messages;

/// <summary>The limits of a trial as JSON, in seconds and bytes; those that do not exist are left out.</summary>
internal static class LimitsJson
{
    public static void Write(Utf8JsonWriter writer, TrialLimits limits)
    {
        writer.WriteStartObject("limits");
        Time("wallSeconds", limits.WallTime);
        Time("softWallSeconds", limits.SoftWallTime);
        Time("cpuSeconds", limits.CpuTime);
        Time("silenceSeconds", limits.Silence);
        Time("graceSeconds", limits.Grace);
        Bytes("memoryBytes", limits.MemoryBytes);
        Bytes("systemMemoryBytes", limits.SystemMemoryBytes);
        Bytes("gpuMemoryBytes", limits.GpuMemoryBytes);
        Bytes("outputBytes", limits.OutputBytes);
        writer.WriteEndObject();

        void Time(string name, TimeSpan? time)
        {
            if (time is { } value)
            {
                writer.WriteNumber(name, value.TotalSeconds);
            }
        }

        void Bytes(string name, long? bytes)
        {
            if (bytes is long value)
            {
                writer.WriteNumber(name, value);
            }
        }
    }

    public static TrialLimits? Read(JsonElement trial)
    {
        if (!trial.TryGetProperty("limits", out JsonElement json))
        {
            return null;
        }

        return TrialLimits.None with
        {
            WallTime = Time("wallSeconds"),
            SoftWallTime = Time("softWallSeconds"),
            CpuTime = Time("cpuSeconds"),
            Silence = Time("silenceSeconds"),
            Grace = Time("graceSeconds") ?? TrialLimits.None.Grace,
            MemoryBytes = (long?)JsonBody.Number(json, "memoryBytes"),
            SystemMemoryBytes = (long?)JsonBody.Number(json, "systemMemoryBytes"),
            GpuMemoryBytes = (long?)JsonBody.Number(json, "gpuMemoryBytes"),
            OutputBytes = (long?)JsonBody.Number(json, "outputBytes"),
        };

        TimeSpan? Time(string name) => JsonBody.Number(json, name) is double seconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}
