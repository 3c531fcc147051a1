using Hypermax.Config.Faults;
using Hypermax.Errors;
using Hypermax.Studies.Staging;

namespace Hypermax.SearchFile;

/// <summary>Writes what is wrong with a configuration, for people and editors.</summary>
internal static class CheckText
{
    public static void Write(ConfigCheck check, TextWriter errors)
    {
        foreach (Fault fault in check.Faults.All)
        {
            errors.WriteLine(fault);
        }

        foreach (string other in check.Others)
        {
            errors.WriteLine($"error: {other}");
        }
    }

    private static string Way(StudyOptions options) => options.Stages.Count > 0
        ? $"in {Counted.Of(options.Stages.Count, "stage")} ({string.Join(", ", StagePlan.NamesOf(options.Stages))})"
        : $"by {options.Method ?? "auto"}";

    /// <summary>Says what a configuration that holds searches.</summary>
    public static string Summary(ConfigCheck check)
    {
        if (check.Plan?.Options is not { } options)
        {
            return $"{check.Config!.Path}: the objective of {check.Config.Values["function.assembly"].Text}; it can be searched";
        }

        return $"{check.Config!.Path}: {Counted.Of(check.Config.Space!.Count, "parameter")}, "
            + $"{Counted.Of(options.Trials, "trial")} {Way(options)}, "
            + $"{Counted.Of(options.Workers, "trial")} at once; it can be searched";
    }
}
