using System.CommandLine;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.Ui.Lines;
using Hypermax.Ui.Live;
using Hypermax.Usage;

namespace Hypermax.Ui;

/// <summary>The verb <c>hypermax watch</c>: the console over a folder, whether its search runs elsewhere or has ended.</summary>
/// <remarks>Lines where there is no terminal, or where they are asked for.</remarks>
internal static class WatchCommand
{
    private static readonly TimeSpan StatusWait = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study." };
        Option<bool> lines = new("--no-ui") { Description = "Plain lines until no search runs there any more, as without a terminal." };
        Option<double> every = new Option<double>("--every")
        {
            Description = "How many seconds lie between two lines, from 0.1 to 3600.",
            DefaultValueFactory = _ => 1,
        }.Within(0.1, 3600);
        Option<bool> json = JsonOutput.Option();
        Command command = new("watch", "Shows the console over the folder of a study: of a search in another process, or of one that has ended.")
        {
            folder, lines, every, json,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(folder).FullName;
            bool isJson = parsed.GetValue(json);
            using StopSignal stop = new(input: null);
            return isJson || parsed.GetValue(lines) || !TerminalFacts.IsThere
                ? RunLines(path, isJson, TimeSpan.FromSeconds(parsed.GetValue(every)), VisibleWriter.Output(isJson), Console.Error, stop.Token)
                : RunConsole(path, Console.Error, stop.Token);
        });
        return command;
    }

    /// <summary>Tells what happens in lines, until no search runs any more.</summary>
    internal static int RunLines(string folder, bool isJson, TimeSpan pause, TextWriter output, TextWriter errors, CancellationToken stop) =>
        Folders.Try(errors, () =>
        {
            IWatchOutput lines = isJson ? new WatchJson(folder, output) : new WatchText(folder, output);
            return new WatchLoop(() => FolderStatus.Read(folder, StatusWait), lines, pause).Run(stop) ? ExitCodes.Done : ExitCodes.Failed;
        });

    private static int RunConsole(string folder, TextWriter errors, CancellationToken stop) => Folders.Try(errors, () =>
    {
        Folders.Read(folder);
        Terminal terminal = new(Console.OpenStandardOutput(), TerminalFacts.HasColours);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => terminal.Leave();
        new UiLoop(new FolderSource(folder), terminal, new KeyReader(), () => TerminalFacts.Area).Run(() => stop.IsCancellationRequested);
        return ExitCodes.Done;
    });
}
