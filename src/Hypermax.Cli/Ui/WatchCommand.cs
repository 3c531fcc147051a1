using System.CommandLine;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.Ui.Live;

namespace Hypermax.Ui;

/// <summary>The verb <c>hypermax watch</c>: the console over a folder, whether its search runs elsewhere or has ended.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study." };
        Command command = new("watch", "Shows the console over the folder of a study: of a search in another process, or of one that has ended.") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName, Console.Error));
        return command;
    }

    private static int Run(string folder, TextWriter errors) => Folders.Try(errors, () =>
    {
        Folders.Read(folder);
        if (!TerminalFacts.IsThere)
        {
            errors.WriteLine("error: 'watch' needs a terminal. Use 'hypermax status' and 'hypermax trials' in its place; they take --json.");
            return ExitCodes.Environment;
        }

        using StopSignal stop = new(input: null);
        Terminal terminal = new(Console.OpenStandardOutput(), TerminalFacts.HasColours);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => terminal.Leave();
        new UiLoop(new FolderSource(folder), terminal, new KeyReader(), () => TerminalFacts.Area).Run(() => stop.Token.IsCancellationRequested);
        return ExitCodes.Done;
    });
}
