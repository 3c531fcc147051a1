using System.Text.Json;

namespace Hypermax.RabbitMq.Messages;

/// <summary>What a search tells all consumers at once.</summary>
/// <param name="Op">What to do.</param>
/// <param name="Key">The trial; for <see cref="Begin"/> the search alone.</param>
internal sealed record ControlMessage(string Op, TrialKey Key)
{
    /// <summary>The trial is to end; its outcome is not needed any more.</summary>
    public const string Cancel = "cancel";

    /// <summary>The trial is not worth finishing.</summary>
    public const string Prune = "prune";

    /// <summary>A search has begun: whatever runs for another one on this queue is for nobody.</summary>
    public const string Begin = "begin";

    public ReadOnlyMemory<byte> Write() => JsonBody.Write(writer =>
    {
        writer.WriteString("op", Op);
        Key.Write(writer);
    });

    public static ControlMessage Read(JsonElement json) =>
        new(json.GetProperty("op").GetString() ?? string.Empty, TrialKey.Read(json));
}
