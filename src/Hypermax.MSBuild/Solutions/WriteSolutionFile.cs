using Hypermax.Build.Preparing;
using Hypermax.Build.Protocol;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Hypermax.Build.Solutions;

/// <summary>Puts the targets of solutions beside the solution that a project belongs to.</summary>
public sealed class WriteSolutionFile : Task
{
    private const string FileName = "Directory.Solution.targets";

    /// <summary>Gets or sets the project.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>Gets or sets the file to put there.</summary>
    [Required]
    public string Source { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override bool Execute()
    {
        string start = Path.GetDirectoryName(Path.GetFullPath(ProjectFile))!;
        if (SolutionFolder(start) is not { } folder)
        {
            return Fail(
                $"No solution lies in '{start}' or in a folder above it. Create one with 'dotnet new sln', or copy '{Path.GetFullPath(Source)}' beside yours.");
        }

        string target = Path.Combine(folder, FileName);
        string text = File.ReadAllText(Source);
        if (File.Exists(target) && File.ReadAllText(target) != text && !File.ReadAllText(target).Contains("Name=\"Hypertune\""))
        {
            return Fail($"'{target}' exists and holds something else. Copy the target 'Hypertune' from '{Path.GetFullPath(Source)}' into it.");
        }

        File.WriteAllText(target, text);
        Log.LogMessage(MessageImportance.High, "{0}", $"'{target}' lets 'dotnet build -t:Hypertune' search the projects of the solution. Commit it.");
        return true;
    }

    private static string? SolutionFolder(string start)
    {
        for (string? folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFiles(folder).Any(file => Path.GetExtension(file).ToLowerInvariant() is ".sln" or ".slnx"))
            {
                return folder;
            }
        }

        return null;
    }

    private bool Fail(string problem)
    {
        Log.Say(BuildRules.NoSolution, problem, ProjectFile);
        return false;
    }
}
