using System.CommandLine;
using Hypermax.Explain;
using Hypermax.Export;
using Hypermax.Import;
using Hypermax.Journal;
using Hypermax.Reports;
using Hypermax.Run;
using Hypermax.Serve;
using Hypermax.Space;
using Hypermax.Tune;

RootCommand root = new("Hypermax: finds good hyperparameters.")
{
    ServeCommand.Create(),
    TuneCommand.Create(),
    RunCommand.Create(),
    JournalCommand.Create(),
    SpaceCommand.Create(),
    ReportCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
    ExplainCommand.Create(),
};
return root.Parse(args).Invoke();
