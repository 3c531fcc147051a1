using Hypermax.SearchFile;

namespace Hypermax.Slurm;

/// <summary>What a job array is to be: what its tasks ask for, and the worker that each of them is.</summary>
/// <param name="Request">What a task asks for.</param>
/// <param name="Line">The worker.</param>
/// <param name="Trials">How many trials the study is to have, or null where nobody says.</param>
internal sealed record TaskPlan(TaskRequest Request, WorkerLine Line, int? Trials)
{
    /// <summary>Gets what people call the study.</summary>
    public string StudyName => Line.Study ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Line.Folder));

    /// <summary>Gets what the folder of the study remembers of a job.</summary>
    public Submission Remember(string name, DateTimeOffset now) => new()
    {
        Name = name,
        Array = Request.ArrayText,
        Trials = Trials,
        HasMostTrials = Line.MaxTrials is not null,
        At = now,
    };

    /// <summary>Writes the script of a job.</summary>
    public string Script(string name) =>
        SlurmScript.Write(name, Request, Line, Submission.MarksOf(Line.Folder, name), Directory.GetCurrentDirectory());

    /// <summary>Reads a configuration; a hundred tasks would meet its mistakes a hundred times.</summary>
    /// <exception cref="FormatException">It has mistakes, which were said.</exception>
    public static ConfigCheck Check(
        string file, IReadOnlyList<string> properties, IReadOnlyList<KeyValuePair<string, string>> shortcuts)
    {
        if (!File.Exists(file))
        {
            throw new FormatException(ConfigPath.Missing(file));
        }

        ConfigCheck check = ConfigCheck.Read(file, properties, shortcuts);
        CheckText.Write(check, Console.Error);
        return check.IsRight ? check : throw new FormatException($"'{file}' is not right, so nothing is submitted.");
    }
}
