using Hypermax.Errors;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>Notices environment variables that look like settings and are none.</summary>
internal static class MisspeltVariables
{
    private const string Prefix = "HYPERTUNE_";

    /// <summary>Names them, each with the nearest that there is.</summary>
    /// <param name="variables">The names of all variables.</param>
    /// <param name="errors">Where to say it.</param>
    public static void Tell(IEnumerable<string> variables, TextWriter errors)
    {
        string[] known = [.. Ledger.All.Select(setting => setting.Variable)];
        foreach (string variable in variables
            .Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !known.Contains(name, StringComparer.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            errors.WriteLine($"warning: Environment variable '{variable}' is no setting of a search and is ignored. "
                + $"{NearestName.Hint(variable, known)}docs/guide/settings.md lists them all.");
        }
    }
}
