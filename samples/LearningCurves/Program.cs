using System.Globalization;
using LearningCurves;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

NetworkParams defaults = new(0.01, 16, 0.9, 1e-4, 32, Activation.Tanh, 1);
NetworkParams tuned = Training.Tuned.Train;
NetworkParams whole = Training.Tuned.TrainWhole;

Console.WriteLine($"{Spirals.Test.Labels.Length} cases, never seen by training or search");
Console.WriteLine("            log loss   accuracy");
Print("defaults", Training.Test(defaults));
Print("whole runs", Training.Test(whole));
Print("abh", Training.Test(tuned));
Console.WriteLine();
Console.WriteLine(tuned);

static void Print(string name, (double LogLoss, double Accuracy) scores) =>
    Console.WriteLine($"{name,-10}  {scores.LogLoss,8:F4}   {scores.Accuracy,7:P1}");
