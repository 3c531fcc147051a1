using System.Globalization;
using System.Text;
using Hypermax.Execution.Command;

namespace Hypermax.Execution.Slurm;

/// <summary>Writes the script of the job of one trial.</summary>
internal static class TrialScript
{
    /// <summary>What a job that cannot enter its folder ends with.</summary>
    private const int NoFolder = 4;

    /// <summary>Writes the script.</summary>
    /// <param name="name">The name of the job, which no other has.</param>
    /// <param name="request">What it asks for.</param>
    /// <param name="folder">The folder of the trial.</param>
    /// <param name="spec">What starts the trial.</param>
    /// <exception cref="FormatException">A path cannot be written into such a script.</exception>
    public static string Write(string name, TrialRequest request, TrialFolder folder, SlurmSpec spec)
    {
        StringBuilder script = new("#!/bin/sh\n");
        IEnumerable<string> options =
        [
            $"--job-name={name}",
            $"--comment={name}",
            $"--output={JobRequest.Value(folder.OutputFile.Replace("%", "%%", StringComparison.Ordinal))}",

            // A run that begins again would otherwise empty what the one before said.
            "--open-mode=append",
            "--requeue",
            .. request.Options(),
            .. request.Others,
        ];
        foreach (string option in options)
        {
            script.Append("#SBATCH ").Append(option).Append('\n');
        }

        script.Append('\n');
        if (request.Cpus is int cores)
        {
            foreach (string library in new[] { "OMP", "OPENBLAS", "MKL" })
            {
                script.Append(CultureInfo.InvariantCulture, $"export {library}_NUM_THREADS={cores}\n");
            }
        }

        // The program takes the place of the shell, which would hear a signal only after it.
        return script
            .Append(CultureInfo.InvariantCulture, $"cd {CommandLine.Quote(spec.WorkingDirectory ?? Directory.GetCurrentDirectory())} || exit {NoFolder}\n")
            .Append(CultureInfo.InvariantCulture, $"exec {string.Join(' ', spec.Program.Append(folder.Path).Select(CommandLine.Quote))}\n")
            .ToString();
    }
}
