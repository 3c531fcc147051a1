using System.Globalization;

namespace Hypermax.Execution.Slurm;

/// <summary>Names of jobs that no other job ever has: a controller that dies forgets jobs and gives their ids to others.</summary>
internal static class JobName
{
    /// <summary>Makes a name.</summary>
    /// <param name="study">What people call the study.</param>
    /// <param name="now">The time.</param>
    public static string New(string study, DateTimeOffset now)
    {
        string plain = new([.. study.Select(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_' or '.' ? unit : '-').Take(40)]);
        return string.Create(CultureInfo.InvariantCulture, $"hypermax-{plain}-{now.UtcDateTime:yyMMddHHmmss}-{Guid.NewGuid().ToString("N")[..6]}");
    }
}
