using Hypermax.Config.Faults;

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
}
