using System.Text.Json;

namespace Hypermax.Execution.Usages;

/// <summary>What one process says of the trials that it runs for a study; see docs/formats/study-folder.md.</summary>
/// <param name="Process">The process, as records name it.</param>
/// <param name="Stamp">Another number each time that it is written.</param>
/// <param name="Trials">What each trial uses.</param>
internal sealed record UsageSheet(string Process, long Stamp, IReadOnlyList<RunningUsage> Trials)
{
    /// <summary>The size of a file above which it is none: no process has so many trials.</summary>
    public const int MostBytes = 1 << 18;

    private const int Format = 1;
    private const int MostLetters = 256;

    /// <summary>Writes the sheet as one line of JSON.</summary>
    public byte[] ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            writer.WriteString("process", Process);
            writer.WriteNumber("stamp", Stamp);
            writer.WriteStartArray("trials");
            foreach (RunningUsage trial in Trials)
            {
                Write(writer, trial);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <inheritdoc cref="TryRead(ReadOnlyMemory{byte})"/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static UsageSheet? TryRead(FileStream file)
    {
        if (file.Length > MostBytes)
        {
            return null;
        }

        byte[] content = new byte[file.Length];
        file.ReadExactly(content);
        return TryRead(content);
    }

    /// <summary>Reads a sheet; null where the text is none, torn or of another format: it is for people, and the next one comes within a second.</summary>
    public static UsageSheet? TryRead(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            return root.GetProperty("format").GetInt32() == Format && root.GetProperty("process").GetString() is { Length: <= MostLetters } process
                ? new UsageSheet(process, root.GetProperty("stamp").GetInt64(), [.. root.GetProperty("trials").EnumerateArray().Select(Read)])
                : null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Gets what each trial uses, by its number, from what several processes say.</summary>
    public static Dictionary<int, RunningUsage> Join(IEnumerable<UsageSheet> sheets)
    {
        Dictionary<int, RunningUsage> usages = [];
        foreach ((int number, RunningUsage usage) in sheets.SelectMany(sheet => UsageDesk.Sum(sheet.Trials)))
        {
            // A trial that two processes have was lost to one of them, and begun anew by the other.
            if (!usages.TryGetValue(number, out RunningUsage known) || usage.Seconds < known.Seconds)
            {
                usages[number] = usage;
            }
        }

        return usages;
    }

    private static void Write(Utf8JsonWriter writer, RunningUsage trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("trial", trial.Number);
        writer.WriteNumber("seconds", Math.Round(trial.Seconds, 3));
        if (!double.IsNaN(trial.CpuSeconds))
        {
            writer.WriteNumber("cpuSeconds", Math.Round(trial.CpuSeconds, 3));
        }

        writer.WriteNumber("bytes", trial.Bytes);
        writer.WriteNumber("peakBytes", trial.PeakBytes);
        if (trial.IsShared)
        {
            writer.WriteBoolean("shared", true);
        }

        writer.WriteEndObject();
    }

    private static RunningUsage Read(JsonElement trial)
    {
        RunningUsage usage = new(
            trial.GetProperty("trial").GetInt32(),
            trial.GetProperty("seconds").GetDouble(),
            trial.TryGetProperty("cpuSeconds", out JsonElement cpu) ? cpu.GetDouble() : double.NaN,
            trial.GetProperty("bytes").GetInt64(),
            trial.GetProperty("peakBytes").GetInt64(),
            trial.TryGetProperty("shared", out JsonElement shared) && shared.GetBoolean());
        return usage.IsPossible ? usage : throw new FormatException("No trial uses that.");
    }
}
