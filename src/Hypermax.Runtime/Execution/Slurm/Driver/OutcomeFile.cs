using System.Text.Json;
using Hypermax.Trials.Json;

namespace Hypermax.Execution.Slurm;

/// <summary>How a trial ended, as its job says it: a whole file, once.</summary>
internal static class OutcomeFile
{
    /// <summary>Writes an outcome, unless another copy of the job has written its own before.</summary>
    /// <returns>Whether this one counts.</returns>
    public static bool TryWrite(string path, TrialOutcome outcome)
    {
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        using (FileStream stream = File.Create(draft))
        {
            using (Utf8JsonWriter writer = new(stream))
            {
                writer.WriteStartObject();
                writer.WriteString("state", outcome.State.ToString());
                NumberJson.Write(writer, "value", outcome.Value);
                OutcomeJson.Write(writer, outcome, withReports: false);
                writer.WriteEndObject();
            }

            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
            return false;
        }
    }

    /// <summary>Reads an outcome; null where the file is there but not what it should be.</summary>
    public static TrialOutcome? Read(string path)
    {
        try
        {
            Utf8JsonReader json = new(File.ReadAllBytes(path));
            OutcomeMembers members = new();
            NameTable names = new();
            TrialState state = TrialState.Running;
            double value = double.NaN;
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("state"u8))
                {
                    json.Read();
                    state = Enum.Parse<TrialState>(json.GetString()!);
                }
                else if (json.ValueTextEquals("value"u8))
                {
                    json.Read();
                    value = NumberJson.Read(ref json);
                }
                else if (!members.TryRead(ref json, names))
                {
                    json.Skip();
                }
            }

            return members.ToOutcome(state, value, []);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or ArgumentException or IOException)
        {
            return null;
        }
    }
}
