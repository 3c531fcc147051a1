using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax.Serve;

/// <summary>The answer to <c>best</c> in a study with several objectives: <c>{"front":[{"id":3,"values":[…],"params":{…}},…]}</c>.</summary>
internal static class FrontAnswer
{
    /// <summary>Writes the trials of the front by number.</summary>
    public static void Write(Utf8JsonWriter writer, Study study)
    {
        writer.WriteStartArray("front");
        foreach (TrialRecord trial in study.Front)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", trial.Number);
            writer.WriteStartArray("values");
            foreach (double value in trial.Values)
            {
                writer.WriteNumberValue(value);
            }

            writer.WriteEndArray();
            writer.WritePropertyName("params");
            FlatPointJson.Write(writer, study.Space, trial.Point);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
