namespace Hypermax.Settings;

/// <summary>The schedules of budgets by the names that all surfaces use.</summary>
internal static class ScheduleNames
{
    /// <summary>Gets all names; a test compares them with the registry of schedules.</summary>
    public static readonly string[] All = ["forecast", "abh", "asha", "bohb", "hyperband"];

    /// <summary>Gets those that are taken for a method of search too, as others call them.</summary>
    public static readonly string[] AsMethods = ["abh", "asha", "bohb", "hyperband"];
}
