using System.CommandLine;
using System.Text;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Tune;
using Hypermax.Usage;
using Hypermax.Workers;

namespace Hypermax.Run;

/// <summary>The verb <c>hypermax run</c>: searches the parameters of any program.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Option<FileInfo> space = new("--space")
        {
            Description = "The space: our JSON form ({\"params\": […]}) or a Hypermax search.json, also as YAML and with references.", Required = true,
        };
        Option<DirectoryInfo> folder = new("--output", "-o") { Description = "The folder of the study; a study found there is continued.", Required = true };
        Option<bool> maximize = new("--maximize") { Description = "Larger values are better." };
        Option<string[]> properties = new("--property", "-p")
        {
            Description = "A setting as NAME=VALUE with the names of the build, such as HypertuneTrials=200 or HypertuneTrialSeconds=60. "
                + "May be given several times.",
            DefaultValueFactory = _ => [],
        };
        Option<bool> shared = new("--shared")
        {
            Description = "Shares the study with other processes that run the same command, here or on other machines: docs/guide/workers.md.",
        };
        IReadOnlyList<Option> shortcuts = Shortcuts.Create();
        Command run = new("run", "Searches the parameters of a program, a Python function, or a command on other machines.")
        {
            space, folder, maximize, properties,
        };
        foreach (Option shortcut in shortcuts)
        {
            run.Add(shortcut);
        }

        SearchOutputOptions show = new();
        show.AddTo(run);
        WorkOptions work = new();
        work.AddTo(run);
        run.Add(shared);
        run.AddRule(result => !result.GetValue(shared) && run.Options.Any(option => work.Has(option) && result.IsGiven(option))
            ? "--max-trials, --max-time, --idle-exit and --grace are of one worker among several; give --shared too."
            : null);
        run.SetAction(parsed =>
        {
            RunOptions options = new()
            {
                Space = parsed.GetRequiredValue(space).FullName,
                Folder = parsed.GetRequiredValue(folder).FullName,
                Shortcuts = Shortcuts.Read(shortcuts, parsed),
                Properties =
                [
                    .. parsed.GetValue(properties) ?? [],
                    .. parsed.GetValue(maximize) ? [$"{StudySettings.Direction.Property}=maximize"] : Array.Empty<string>(),
                ],
            };
            return parsed.GetValue(shared) ? RunSharedAsync(options, work, show, parsed) : RunAsync(options, show, parsed);
        });
        return run;
    }

    private static async Task<int> RunSharedAsync(RunOptions options, WorkOptions work, SearchOutputOptions show, ParseResult parsed)
    {
        using LeaveSignal leave = work.Listen(parsed);
        bool isJson = parsed.GetValue(show.Json);
        using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        SearchLines lines = new(output, isForBuild: false, Console.Error) { Format = isJson ? SearchJson.Message : null };
        ProgramSearch search = new(
            violations => options.Read(violations) with { Observers = isJson ? [new SearchJson(lines)] : [] }, lines, TimeProvider.System)
        {
            Shared = work.Read(parsed, options.Folder, leave),
        };
        return await SearchVerb.GuardAsync(search.RunAsync, lines, Console.Error, leave.Ending).ConfigureAwait(false);
    }

    private static async Task<int> RunAsync(RunOptions options, SearchOutputOptions show, ParseResult parsed)
    {
        using StopSignal stop = new(input: null);
        using SearchOutput output = new(show, parsed, stop);
        ProgramSearch search = new(violations => options.Read(violations) with { Observers = output.Observers }, output.Lines, TimeProvider.System);
        return await SearchVerb.GuardAsync(search.RunAsync, output.Lines, Console.Error, stop.Token).ConfigureAwait(false);
    }
}
