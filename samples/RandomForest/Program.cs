using System.Globalization;
using RandomForest;
using RandomForest.Learning;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Plain values any practitioner would start with, against what the search found in the training cases alone.
ForestParams defaults = new(100, 16, 1, 0.2, 64, Criterion.Gini, 0.01, false, new Resampling.Bootstrap(1.0));
ForestParams tuned = Training.Tuned.Train;

Console.WriteLine($"{Training.HeldOut.Count} held-out cases, never seen by training or search");
Console.WriteLine("            log loss   accuracy");
Print("defaults", Training.Evaluate(defaults, Training.Known, Training.HeldOut));
Print("tuned", Training.Evaluate(tuned, Training.Known, Training.HeldOut));
Console.WriteLine();
Console.WriteLine(tuned);

static void Print(string name, Scores scores) =>
    Console.WriteLine($"{name,-10}  {scores.LogLoss,8:F4}   {scores.Accuracy,7:P1}");
