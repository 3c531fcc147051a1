using System.Text.Json;
using Hypermax.Spaces.Ranges;
using Hypermax.Trials.Json;

namespace Hypermax.Storage.Journal;

/// <summary>What a stage began with, as journals have it.</summary>
internal static class StageJson
{
    public static void Write(Utf8JsonWriter writer, StageStart stage)
    {
        writer.WriteStartObject();
        writer.WriteString("name", stage.Name);
        if (stage.Best is int best)
        {
            writer.WriteNumber("best", best);
        }

        writer.WriteStartArray("ranges");
        foreach (ParameterRange range in stage.Ranges)
        {
            writer.WriteStartObject();
            writer.WriteNumber("parameter", range.Parameter);
            writer.WriteNumber("low", range.Low);
            writer.WriteNumber("high", range.High);
            if (range.Choices is { } choices)
            {
                writer.WriteStartArray("choices");
                foreach (int choice in choices)
                {
                    writer.WriteNumberValue(choice);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static StageStart Read(JsonElement json) => new(OutcomeJson.Text(json, "name") ?? throw new FormatException("It begins a stage without a name."))
    {
        Best = json.TryGetProperty("best", out JsonElement best) ? best.GetInt32() : null,
        Ranges = [.. json.GetProperty("ranges").EnumerateArray().Select(ReadRange)],
    };

    private static ParameterRange ReadRange(JsonElement json) =>
        new(json.GetProperty("parameter").GetInt32(), json.GetProperty("low").GetDouble(), json.GetProperty("high").GetDouble())
        {
            Choices = json.TryGetProperty("choices", out JsonElement choices) ? [.. choices.EnumerateArray().Select(choice => choice.GetInt32())] : null,
        };
}
