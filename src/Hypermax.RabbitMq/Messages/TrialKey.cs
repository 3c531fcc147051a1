using System.Text.Json;

namespace Hypermax.RabbitMq.Messages;

/// <summary>One attempt at one trial of one search; a result counts once for each.</summary>
/// <param name="Search">The search, as it calls itself since its start.</param>
/// <param name="Id">The number of the attempt among all of the search.</param>
internal readonly record struct TrialKey(string Search, long Id)
{
    public static TrialKey Read(JsonElement json) => new(
        json.GetProperty("search").GetString() ?? throw new FormatException("There is no search."), json.GetProperty("id").GetInt64());

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("search", Search);
        writer.WriteNumber("id", Id);
    }
}
