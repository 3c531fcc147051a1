using System.Globalization;
using System.Text;
using Hypermax.Execution.Command;
using Hypermax.Execution.Slurm;

namespace Hypermax.Slurm;

/// <summary>Writes the script of a job array whose tasks are workers of one study.</summary>
internal static class SlurmScript
{
    /// <summary>The variable that tells a worker where to leave its mark.</summary>
    public const string MarksVariable = "HYPERMAX_SLURM_MARKS";

    /// <summary>Slurm may send a warning so much earlier than it was asked to.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(60);

    /// <summary>Writes the script.</summary>
    /// <param name="name">The name of the job, which no other has.</param>
    /// <param name="request">What every task asks for.</param>
    /// <param name="line">The worker.</param>
    /// <param name="marks">The folder for what tasks say of themselves, and for their logs.</param>
    /// <param name="directory">The folder that trials start in.</param>
    /// <exception cref="FormatException">A path cannot be written into such a script.</exception>
    public static string Write(string name, TaskRequest request, WorkerLine line, string marks, string directory)
    {
        StringBuilder script = new();
        script.Append("#!/bin/sh\n")
            .Append("# Workers of the study in ").Append(ShellText.Line(line.Folder)).Append("; written by hypermax slurm. By hand: sbatch THIS_FILE\n");
        foreach (string option in Options(name, request, line, marks))
        {
            script.Append("#SBATCH ").Append(option).Append('\n');
        }

        // The worker takes the place of the shell, which would hear a warning only after it: bash runs a trap when the command has ended.
        return script.Append('\n')
            .Append(CultureInfo.InvariantCulture, $"export {MarksVariable}={CommandLine.Quote(marks)}\n")
            .Append(CultureInfo.InvariantCulture, $"cd {CommandLine.Quote(directory)} || exit {ExitCodes.Environment}\n")
            .Append(CultureInfo.InvariantCulture, $"exec {line.Write()}\n")
            .ToString();
    }

    private static IEnumerable<string> Options(string name, TaskRequest request, WorkerLine line, string marks)
    {
        yield return $"--job-name={JobRequest.Value(name)}";
        yield return $"--comment={JobRequest.Value(name)}";
        yield return $"--array={request.ArrayText}";
        yield return $"--output={JobRequest.Value(Path.Combine(marks, "task_").Replace("%", "%%", StringComparison.Ordinal) + "%a.txt")}";

        // A task that is run again would otherwise begin with an empty log.
        yield return "--open-mode=append";
        yield return "--requeue";
        if (line.Grace is { } grace)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--signal=B:USR1@{(grace + Early).TotalSeconds:F0}");
        }

        foreach (string option in request.Options())
        {
            yield return option;
        }

        // Without ARRAY_TASKS this is one mail for the whole array.
        if (request.Mail is { } mail)
        {
            yield return $"--mail-user={JobRequest.Value(mail)}";
            yield return "--mail-type=END";
        }

        foreach (string other in request.Others)
        {
            yield return SbatchOption.Problem(other) is { } problem ? throw new FormatException(problem) : other;
        }
    }
}
