return Hypermax.Verbs.Run(args);
