using System.CommandLine;
using Hypermax.Settings;

namespace Hypermax.Usage;

/// <summary>Options that are times as settings write them: <c>90</c>, <c>10m</c>, <c>2h</c>.</summary>
internal static class TimeOptions
{
    /// <summary>Makes an option that is a time above 0.</summary>
    public static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[^1].Value;
            if (Rules.Duration.TryRead(text, out TimeSpan time, out _) && time > TimeSpan.Zero)
            {
                return time;
            }

            result.AddError($"{name} is '{text}'; it must be {Rules.Duration.Words}.");
            return null;
        },
    };
}
