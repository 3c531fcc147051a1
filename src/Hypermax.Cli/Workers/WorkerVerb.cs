using System.CommandLine;
using System.Text;
using Hypermax.Brokers;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Slurm;
using Hypermax.Usage;

namespace Hypermax.Workers;

/// <summary>The verb <c>hypermax worker</c>: one of several processes, here or on many machines, that run the trials of one study.</summary>
internal static class WorkerVerb
{
    /// <summary>The name of the verb.</summary>
    public const string Name = "worker";

    public static Command Create()
    {
        Argument<string> file = new("file") { Description = "The configuration, the same for all workers: search.json or search.yaml." };
        Option<string?> folder = new("--folder")
        {
            Description = "The folder of the study, which all workers see; the first one begins it. With --store, where logs and the report go.",
        };
        IReadOnlyList<Option> store = Shortcuts.CreateStore();
        Option<string[]> properties = new("--property", "-p")
        {
            Description = "A setting as NAME=VALUE that counts before the file, such as HypertuneTrials=200. May be given several times.",
            DefaultValueFactory = _ => [],
        };
        Option<bool> json = new("--json") { Description = "Writes JSON lines for programs: docs/formats/search-lines.md." };
        BrokerOptions broker = new();
        WorkOptions work = new();
        Command command = new(Name, "Runs trials of a study together with other workers until it is finished; see docs/guide/workers.md.")
        {
            file, folder, properties, json,
        };
        foreach (Option option in store)
        {
            command.Add(option);
        }

        broker.AddTo(command);
        work.AddTo(command);
        command.AddRule(result => broker.FindFault(result, store.Any(option => result.IsGiven(option))));
        command.AddRule(result => result.GetValue(folder) is ""
            ? "--folder is an empty text; it must be the path of a folder. Name one, or leave it out where a store is given."
            : null);
        command.SetAction(parsed =>
        {
            LeaveSignal leave = work.Listen(parsed);
            if (broker.AreGiven(parsed.CommandResult))
            {
                return broker.RunAsync(
                    parsed,
                    new FileSearchOptions { File = parsed.GetRequiredValue(file), Properties = parsed.GetValue(properties) ?? [] },
                    work.Read(parsed, folder: null, leave),
                    parsed.GetValue(folder),
                    parsed.GetValue(json));
            }

            return RunAsync(
                new FileSearchOptions
                {
                    File = parsed.GetRequiredValue(file),
                    Properties = parsed.GetValue(properties) ?? [],
                    Shortcuts = Shortcuts.Read(store, parsed),
                    Shared = work.Read(parsed, parsed.GetValue(folder), leave) with { FolderOption = "--folder" },
                },
                parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<int> RunAsync(FileSearchOptions options, bool isJson)
    {
        using LeaveSignal leave = options.Shared!.Leave;
        using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        SearchLines lines = new(output, isForBuild: false, Console.Error) { Format = isJson ? SearchJson.Message : null };
        FileSearch search = new(options, lines, Console.Error, TimeProvider.System) { Observers = isJson ? [new SearchJson(lines)] : [] };
        (string Marks, TaskMark Mark)? task = TaskMark.Of(Environment.GetEnvironmentVariable, TimeProvider.System.GetUtcNow());
        task?.Mark.Write(task.Value.Marks);
        int code = await SearchVerb.GuardAsync(search.RunAsync, lines, Console.Error, leave.Ending).ConfigureAwait(false);
        if (task is var (marks, mark))
        {
            (mark with { Code = code }).Write(marks);
        }

        return code;
    }
}
