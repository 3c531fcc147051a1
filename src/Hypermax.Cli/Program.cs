using System.CommandLine;
using Hypermax.Journal;
using Hypermax.Serve;
using Hypermax.Space;
using Hypermax.Tune;

RootCommand root = new("Hypermax: finds good hyperparameters.")
{
    ServeCommand.Create(),
    TuneCommand.Create(),
    JournalCommand.Create(),
    SpaceCommand.Create(),
};
return root.Parse(args).Invoke();
