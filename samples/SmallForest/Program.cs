using System.Globalization;
using RandomForest;
using SmallForest;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Plain values any practitioner would start with, against the trial that was chosen from the front.
ForestParams defaults = new(100, 16, 1, 0.2, 64, Criterion.Gini, 0.01, false, new Resampling.Bootstrap(1.0));
ForestParams tuned = Training.Tuned.Weigh;

Console.WriteLine("            log loss   visits   accuracy");
Print("defaults", Training.Weigh(defaults, default));
Print("chosen", Training.Weigh(tuned, default));
Console.WriteLine();
Console.WriteLine(tuned);

static void Print(string name, ForestQuality quality) =>
    Console.WriteLine($"{name,-10}  {quality.LogLoss,8:F4}   {quality.Visits,6:F0}   {quality.Accuracy,7:P1}");
