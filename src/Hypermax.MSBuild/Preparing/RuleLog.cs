using Hypermax.Build.Protocol;
using Microsoft.Build.Utilities;

namespace Hypermax.Build.Preparing;

/// <summary>Reports in a build what a rule is about.</summary>
internal static class RuleLog
{
    /// <summary>Reports it as an error or a warning, as the rule says.</summary>
    /// <param name="log">The log of the task.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="text">The sentence.</param>
    /// <param name="file">Where it is shown, or null.</param>
    /// <param name="line">The line, from 1; 0 for none.</param>
    /// <param name="column">The column, from 1; 0 for none.</param>
    public static void Say(this TaskLoggingHelper log, BuildRule rule, string text, string? file = null, int line = 0, int column = 0)
    {
        if (rule.Severity == LineKind.Error)
        {
            log.LogError(null, rule.Id, null, file, line, column, 0, 0, "{0}", text);
        }
        else
        {
            log.LogWarning(null, rule.Id, null, file, line, column, 0, 0, "{0}", text);
        }
    }
}
