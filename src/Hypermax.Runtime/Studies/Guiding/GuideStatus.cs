using System.Text.Json;

namespace Hypermax.Studies.Guiding;

/// <summary>What only a running search knows of itself; the rest is in its journal.</summary>
/// <param name="Planned">How many trials it is to have; 0 where that is not known.</param>
/// <param name="IsPaused">Whether no new trials start.</param>
/// <param name="IsStopping">Whether it ends after the running trials.</param>
/// <param name="Process">The process that searches; 0 where there may be many.</param>
internal sealed record GuideStatus(int Planned, bool IsPaused, bool IsStopping, int Process)
{
    public static GuideStatus Of(Study study) => new(study.PlannedTrials, study.IsPaused, study.IsStopping, Environment.ProcessId);

    public static GuideStatus Read(JsonElement status) => new(
        status.GetProperty("planned").GetInt32(),
        status.GetProperty("paused").GetBoolean(),
        status.GetProperty("stopping").GetBoolean(),
        status.GetProperty("process").GetInt32());

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("status");
        writer.WriteNumber("planned", Planned);
        writer.WriteBoolean("paused", IsPaused);
        writer.WriteBoolean("stopping", IsStopping);
        writer.WriteNumber("process", Process);
        writer.WriteEndObject();
    }
}
