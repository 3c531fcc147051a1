using System.CommandLine;
using System.CommandLine.Invocation;
using Hypermax.AskTell;
using Hypermax.Completion;
using Hypermax.Dashboard;
using Hypermax.Dataset;
using Hypermax.Db;
using Hypermax.Explain;
using Hypermax.Export;
using Hypermax.Folder;
using Hypermax.Import;
using Hypermax.Init;
using Hypermax.Journal;
using Hypermax.Reports;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Serve;
using Hypermax.Simulate;
using Hypermax.Slurm;
using Hypermax.Space;
using Hypermax.Tune;
using Hypermax.Ui;
using Hypermax.Usage;
using Hypermax.Workers;

namespace Hypermax;

/// <summary>What was typed after <c>hypermax</c>.</summary>
internal static class Verbs
{
    // Those that heed the environment.
    private static readonly string[] Searching = [SearchCommand.Name, "check", "run", "tune", "serve", "ask", WorkerVerb.Name];

    /// <summary>Runs what was typed.</summary>
    /// <returns>The exit code; see docs/formats/exit-codes.md.</returns>
    public static int Run(string[] args)
    {
        RootCommand root = Root();

        // A file needs no verb.
        string[] verbs = [.. root.Subcommands.Select(verb => verb.Name)];
        bool isFile = args.Length > 0 && ConfigPath.Is(args[0], verbs);
        if (!isFile && args.Length > 0 && ConfigPath.Unknown(args[0], verbs) is { } unknown)
        {
            Console.Error.WriteLine($"error: {unknown}");
            return ExitCodes.Usage;
        }

        if (isFile || (args.Length > 0 && Searching.Contains(args[0], StringComparer.Ordinal)))
        {
            MisspeltVariables.Tell(Environment.GetEnvironmentVariables().Keys.Cast<string>(), Console.Error);
        }

        // Who says nothing at all is told everything.
        ParseResult parsed = root.Parse(isFile ? [SearchCommand.Name, .. args] : args.Length == 0 ? ["--help"] : args);
        if (parsed.Action is ParseErrorAction || UsageErrors.Misspelt(parsed).Count > 0)
        {
            UsageErrors.Write(parsed, Console.Error);
            return ExitCodes.Usage;
        }

        int code = parsed.Invoke();
        return args.Length == 0 ? ExitCodes.Usage : code;
    }

    /// <summary>Makes the command with every verb.</summary>
    internal static RootCommand Root()
    {
        RootCommand root = new("Hypermax: finds good hyperparameters. 'hypermax search.json' runs a configuration; the verbs do everything else.")
        {
            SearchCommand.Create(),
            CheckCommand.Create(),
            InitCommand.Create(),
            ServeCommand.Create(),
            TuneCommand.Create(),
            RunCommand.Create(),
            WorkerVerb.Create(),
            SlurmCommand.Create(),
            JournalCommand.Create(),
            SpaceCommand.Create(),
            ReportCommand.Create(),
            StatusCommand.Create(),
            BestCommand.Create(),
            TrialsCommand.Create(),
            GuideCommand.Create(),
            AskCommand.Create(),
            TellCommand.Create(),
            SimulateCommand.Create(),
            OpenCommand.Create(),
            WatchCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            DatasetCommand.Create(),
            DashboardCommand.Create(),
            DbCommand.Create(),
            ExplainCommand.Create(),
        };
        root.Add(CompletionCommand.Create(root));
        return root;
    }
}
