using System.CommandLine;
using Hypermax.Serve;
using Hypermax.Tune;

RootCommand root = new("Hypermax: finds good hyperparameters.")
{
    ServeCommand.Create(),
    TuneCommand.Create(),
};
return root.Parse(args).Invoke();
