using System.Text;
using System.Text.Json;
using Hypermax.Execution.Limits;
using Hypermax.Spaces;

namespace Hypermax.Execution.Slurm;

/// <summary>A trial as a file says it to its job; see docs/formats/slurm-trial.md.</summary>
internal static class TrialOrder
{
    /// <summary>Writes a trial; the same trial is the same text, so that it is known again.</summary>
    public static string Write(TrialJob job)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", job.Number);
            writer.WriteNumber("seed", job.Seed);
            writer.WritePropertyName("space");
            SpaceJson.Write(writer, job.Space);
            VectorJson.Write(writer, "vector", job.Point);
            if (job.StudyFolder is { } folder)
            {
                writer.WriteString("studyFolder", Path.GetFullPath(folder));
            }

            if (job.Budget is double budget)
            {
                writer.WriteNumber("budget", budget);
            }

            if (job.Continues is int continues)
            {
                writer.WriteNumber("continues", continues);
            }

            writer.WriteBoolean("partial", job.IsPartial);
            writer.WriteBoolean("precheck", job.IsPrecheck);
            if (job.Limits is { } limits)
            {
                Write(writer, limits);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads a trial.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="reported">Takes intermediate values.</param>
    public static TrialJob Read(string text, Func<TrialReport, bool>? reported)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement json = document.RootElement;
        return new TrialJob
        {
            Number = json.GetProperty("number").GetInt32(),
            Seed = json.GetProperty("seed").GetInt32(),
            Space = SpaceJson.Read(json.GetProperty("space")),
            Point = [.. json.GetProperty("vector").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())],
            StudyFolder = json.TryGetProperty("studyFolder", out JsonElement folder) ? folder.GetString() : null,
            Budget = Number(json, "budget"),
            Continues = (int?)Number(json, "continues"),
            IsPartial = json.GetProperty("partial").GetBoolean(),
            IsPrecheck = json.GetProperty("precheck").GetBoolean(),
            Limits = json.TryGetProperty("limits", out JsonElement limits) ? ReadLimits(limits) : null,
            Reported = reported,
        };
    }

    private static void Write(Utf8JsonWriter writer, TrialLimits limits)
    {
        writer.WriteStartObject("limits");
        Write(writer, "wallSeconds", limits.WallTime?.TotalSeconds);
        Write(writer, "softWallSeconds", limits.SoftWallTime?.TotalSeconds);
        Write(writer, "cpuSeconds", limits.CpuTime?.TotalSeconds);
        Write(writer, "memoryBytes", limits.MemoryBytes);
        Write(writer, "systemMemoryBytes", limits.SystemMemoryBytes);
        Write(writer, "gpuMemoryBytes", limits.GpuMemoryBytes);
        Write(writer, "outputBytes", limits.OutputBytes);
        Write(writer, "silenceSeconds", limits.Silence?.TotalSeconds);
        Write(writer, "graceSeconds", limits.Grace.TotalSeconds);
        Write(writer, "killLoss", limits.KillLoss);
        writer.WriteEndObject();
    }

    private static TrialLimits ReadLimits(JsonElement json) => new()
    {
        WallTime = Time(json, "wallSeconds"),
        SoftWallTime = Time(json, "softWallSeconds"),
        CpuTime = Time(json, "cpuSeconds"),
        MemoryBytes = (long?)Number(json, "memoryBytes"),
        SystemMemoryBytes = (long?)Number(json, "systemMemoryBytes"),
        GpuMemoryBytes = (long?)Number(json, "gpuMemoryBytes"),
        OutputBytes = (long?)Number(json, "outputBytes"),
        Silence = Time(json, "silenceSeconds"),
        Grace = Time(json, "graceSeconds") ?? TrialLimits.None.Grace,
        KillLoss = Number(json, "killLoss"),
    };

    private static void Write(Utf8JsonWriter writer, string key, double? value)
    {
        if (value is double number)
        {
            writer.WriteNumber(key, number);
        }
    }

    private static TimeSpan? Time(JsonElement json, string key) => Number(json, key) is double seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static double? Number(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) ? value.GetDouble() : null;
}
