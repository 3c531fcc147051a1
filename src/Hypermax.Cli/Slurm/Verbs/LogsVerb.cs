using System.CommandLine;
using System.Globalization;
using System.Text;
using Hypermax.Usage;

namespace Hypermax.Slurm;

/// <summary>The verb <c>hypermax slurm logs</c>: what the tasks wrote; the logs of trials are in <c>logs/</c> as with every search.</summary>
internal static class LogsVerb
{
    private const long MostBytes = 1 << 20;

    public static Command Create()
    {
        Argument<DirectoryInfo> folder = StatusVerb.FolderArgument();
        Option<int?> task = new Option<int?>("--task") { Description = "The number of one task, whose log is shown whole." }.Within(0, int.MaxValue);
        Option<int> lines = new Option<int>("--lines")
        {
            Description = "How many last lines of each log are shown.",
            DefaultValueFactory = _ => 3,
        }.Within(1, int.MaxValue);
        Command command = new("logs", "Shows what the tasks wrote, of the latest job array first.") { folder, task, lines };
        command.SetAction(parsed => SlurmCommand.TryAsync(_ =>
        {
            Show(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(task), parsed.GetValue(lines));
            return Task.FromResult(ExitCodes.Done);
        }));
        return command;
    }

    private static void Show(string folder, int? task, int lines)
    {
        (int Task, string Path)[] logs = [.. Submission.Of(folder).Reverse().SelectMany(submission => LogsOf(folder, submission.Name, task))];
        if (logs.Length == 0)
        {
            throw new FormatException(task is int number
                ? FormattableString.Invariant($"Task {number} has written no log in '{folder}'. 'hypermax slurm status {folder}' says whether it has run.")
                : $"No task has written a log in '{folder}' yet. 'hypermax slurm status {folder}' says why they wait.");
        }

        foreach ((int number, string path) in logs)
        {
            string[] all = Tail(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Console.Out.WriteLine(FormattableString.Invariant($"== task {number}: {path}"));
            foreach (string line in task is null ? all.TakeLast(lines) : all)
            {
                Console.Out.WriteLine(line.TrimEnd('\r'));
            }
        }
    }

    private static IEnumerable<(int Task, string Path)> LogsOf(string folder, string name, int? task)
    {
        string marks = Submission.MarksOf(folder, name);
        return Directory.Exists(marks)
            ? Directory.GetFiles(marks, "task_*.txt")
                .Select(path => (Task: Number(path), Path: path))
                .Where(log => log.Task is not null && (task is null || log.Task == task))
                .Select(log => (log.Task!.Value, log.Path))
                .OrderBy(log => log.Value)
            : [];
    }

    private static int? Number(string path) =>
        int.TryParse(Path.GetFileNameWithoutExtension(path)["task_".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string Tail(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = Math.Max(0, file.Length - MostBytes);
        using StreamReader reader = new(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
