using System.CommandLine;
using Hypermax.Serve;

RootCommand root = new("Hypermax: finds good hyperparameters.")
{
    ServeCommand.Create(),
};
return root.Parse(args).Invoke();
