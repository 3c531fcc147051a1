using System.Globalization;
using System.Text.Json;
using Hypermax.Files;
using Hypermax.Folder;

namespace Hypermax.Slurm;

/// <summary>What a task says of one of its runs: that it began, where, and how it ended. Slurm forgets tasks minutes after their end.</summary>
/// <remarks>One file for each run: a task whose node was lost may run twice at the same time, and its count of restarts tells the runs apart.</remarks>
internal sealed record TaskMark
{
    /// <summary>Gets the number of the task.</summary>
    public required int Task { get; init; }

    /// <summary>Gets how often it was restarted before this run.</summary>
    public int Restarts { get; init; }

    /// <summary>Gets the node.</summary>
    public string Node { get; init; } = string.Empty;

    /// <summary>Gets when the run began.</summary>
    public DateTimeOffset Began { get; init; }

    /// <summary>Gets the exit code of its worker, or null while it runs, or where it died.</summary>
    public int? Code { get; init; }

    /// <summary>Makes the mark of this process, if it is a task of a job array that was submitted here.</summary>
    /// <param name="variable">Gets an environment variable, or null.</param>
    /// <param name="now">The time.</param>
    /// <returns>The folder and the mark, or null.</returns>
    public static (string Folder, TaskMark Mark)? Of(Func<string, string?> variable, DateTimeOffset now) =>
        variable(SlurmScript.MarksVariable) is { Length: > 0 } folder
            ? (folder, new TaskMark
            {
                Task = Number(variable("SLURM_ARRAY_TASK_ID")),
                Restarts = Number(variable("SLURM_RESTART_COUNT")),
                Node = variable("SLURMD_NODENAME") ?? Environment.MachineName,
                Began = now,
            })
            : null;

    /// <summary>Reads the latest run of each task.</summary>
    public static IReadOnlyDictionary<int, TaskMark> Latest(string folder) => Directory.Exists(folder)
        ? Directory.GetFiles(folder, "task_*.json").Select(Read).OfType<TaskMark>()
            .GroupBy(mark => mark.Task)
            .ToDictionary(runs => runs.Key, runs => runs.MaxBy(run => run.Restarts)!)
        : new Dictionary<int, TaskMark>();

    /// <summary>Writes it; what cannot be written costs the mark, never the work.</summary>
    public void Write(string folder)
    {
        try
        {
            WholeFile.Write(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"task_{Task}_{Restarts}.json")),
                JsonOutput.Write(writer =>
                {
                    writer.WriteNumber("task", Task);
                    writer.WriteNumber("restarts", Restarts);
                    writer.WriteString("node", Node);
                    writer.WriteString("began", Began.UtcDateTime);
                    if (Code is int code)
                    {
                        writer.WriteNumber("code", code);
                    }
                }) + "\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"warning: 'hypermax slurm status' will not see this task: {error.Message}");
        }
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static TaskMark? Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement json = document.RootElement;
            return new TaskMark
            {
                Task = json.GetProperty("task").GetInt32(),
                Restarts = json.GetProperty("restarts").GetInt32(),
                Node = json.GetProperty("node").GetString() ?? string.Empty,
                Began = json.GetProperty("began").GetDateTimeOffset(),
                Code = json.TryGetProperty("code", out JsonElement code) ? code.GetInt32() : null,
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException)
        {
            return null;
        }
    }
}
