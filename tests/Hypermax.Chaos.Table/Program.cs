using Hypermax.Chaos.Table;

// Without arguments the whole chaos table; with `search`, a search of 200 trials over a model that hangs, crashes and leaks;
// with names of programs, only their rows.
return args is ["search", ..]
    ? await HazardSearch.RunAsync(args.Length > 1 ? int.Parse(args[1]) : 200)
    : await ChaosTable.PrintAsync(args);
