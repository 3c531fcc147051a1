using HypermaxProject1;

// The middle of every range until 'dotnet build -t:Hypertune' has been run; then the best that was found, compiled in.
Settings best = Training.Tuned.Measure;
Console.WriteLine($"{best} has the value {Training.Measure(best):0.####}");
