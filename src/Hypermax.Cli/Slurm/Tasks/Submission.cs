using System.Text.Json;
using Hypermax.Files;
using Hypermax.Folder;

namespace Hypermax.Slurm;

/// <summary>A job array that works on a study, as its folder remembers it: <c>slurm/NAME.json</c>.</summary>
/// <remarks>Known by its name, which no other job ever has: a controller that dies forgets jobs and gives their ids to others.</remarks>
internal sealed record Submission
{
    private const string FolderName = "slurm";

    /// <summary>Gets the name of its job.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the id that Slurm said, or null where it said none.</summary>
    public long? Job { get; init; }

    /// <summary>Gets its tasks, as they were written.</summary>
    public required string Array { get; init; }

    /// <summary>Gets how many trials the study is to have, or null where nobody said when it was submitted.</summary>
    public int? Trials { get; init; }

    /// <summary>Gets whether its tasks leave after a number of trials, whether the study is finished or not.</summary>
    public bool HasMostTrials { get; init; }

    /// <summary>Gets when it was submitted.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets when it was cancelled, or null.</summary>
    public DateTimeOffset? Cancelled { get; init; }

    /// <summary>Gets the folder of submissions.</summary>
    public static string FolderOf(string study) => Path.Combine(study, FolderName);

    /// <summary>Gets the folder of what the tasks of a job say, and of their logs.</summary>
    public static string MarksOf(string study, string name) => Path.Combine(FolderOf(study), name);

    /// <summary>Gets the script of a job.</summary>
    public static string ScriptOf(string study, string name) => Path.Combine(FolderOf(study), name + ".sh");

    /// <summary>Reads the submissions of a study, oldest first.</summary>
    public static IReadOnlyList<Submission> Of(string study)
    {
        string folder = FolderOf(study);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.json").Select(Read).OfType<Submission>().OrderBy(submission => submission.At)]
            : [];
    }

    /// <summary>Writes it, as a whole.</summary>
    public void Write(string study) => WholeFile.Write(Path.Combine(FolderOf(study), Name + ".json"), JsonOutput.Write(writer =>
    {
        writer.WriteString("name", Name);
        if (Job is long job)
        {
            writer.WriteNumber("job", job);
        }

        writer.WriteString("array", Array);
        if (Trials is int trials)
        {
            writer.WriteNumber("trials", trials);
        }

        writer.WriteBoolean("mostTrials", HasMostTrials);
        writer.WriteString("at", At.UtcDateTime);
        if (Cancelled is { } cancelled)
        {
            writer.WriteString("cancelled", cancelled.UtcDateTime);
        }
    }) + "\n");

    private static Submission? Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement json = document.RootElement;
            return new Submission
            {
                Name = json.GetProperty("name").GetString()!,
                Job = json.TryGetProperty("job", out JsonElement job) ? job.GetInt64() : null,
                Array = json.GetProperty("array").GetString()!,
                Trials = json.TryGetProperty("trials", out JsonElement trials) ? trials.GetInt32() : null,
                HasMostTrials = json.TryGetProperty("mostTrials", out JsonElement most) && most.GetBoolean(),
                At = json.GetProperty("at").GetDateTimeOffset(),
                Cancelled = json.TryGetProperty("cancelled", out JsonElement cancelled) ? cancelled.GetDateTimeOffset() : null,
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or FileNotFoundException)
        {
            // Somebody's own file.
            return null;
        }
    }
}
