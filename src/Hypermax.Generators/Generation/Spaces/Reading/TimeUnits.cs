namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>The units that the bounds of a time span can count.</summary>
internal static class TimeUnits
{
    /// <summary>Gets the ticks in one unit, seconds when none is given, or null for an unknown one.</summary>
    public static double? Ticks(string? unit) => unit switch
    {
        "us" or "µs" => 10,
        "ms" => TimeSpan.TicksPerMillisecond,
        null or "" or "s" => TimeSpan.TicksPerSecond,
        "min" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        "d" => TimeSpan.TicksPerDay,
        _ => null,
    };
}
