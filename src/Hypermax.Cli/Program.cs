using Hypermax.Usage;

Console.SetError(new VisibleWriter(Console.Error));
return Hypermax.Verbs.Run(args);
