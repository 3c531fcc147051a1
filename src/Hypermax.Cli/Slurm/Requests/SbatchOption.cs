using System.CommandLine.Parsing;
using Hypermax.Execution.Slurm;

namespace Hypermax.Slurm;

/// <summary>Options of <c>sbatch</c> that go into a script as they are: each one line, and none by which tasks are kept account of.</summary>
internal static class SbatchOption
{
    /// <summary>Reads what was given.</summary>
    public static string[] Read(ArgumentResult result)
    {
        string[] options = [.. result.Tokens.Select(token => token.Value)];
        if (options.Select(Problem).FirstOrDefault(problem => problem is not null) is { } found)
        {
            result.AddError(found);
        }

        return options;
    }

    /// <summary>Looks for what is wrong with an option.</summary>
    /// <returns>What, in a sentence, or null.</returns>
    public static string? Problem(string option)
    {
        if (option.Any(char.IsControl))
        {
            return $"--sbatch is '{ShellText.Line(option)}'; it must be one line of a script. Give one option at a time.";
        }

        if (option.Length < 2 || option[0] != '-')
        {
            return $"--sbatch is '{option}'; it must be an option of sbatch, which begins with '-'. Write for example --sbatch=--account=me.";
        }

        return OwnOptions.Of(option) is not { } own ? null
            : $"--sbatch is '{option}'; 'hypermax slurm' keeps account of its tasks by {own} and says it itself. "
                + (own is "--array" or "-a" ? "Use --array." : "Leave it out.");
    }
}
