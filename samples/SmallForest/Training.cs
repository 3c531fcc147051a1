using Hypermax;
using RandomForest;
using RandomForest.Learning;

namespace SmallForest;

/// <summary>The objective that <c>dotnet build -t:Hypertune</c> searches, and the figures that the program prints.</summary>
public static partial class Training
{
    private const int Folds = 4;
    private const int Seed = 20;
    private static readonly Lazy<Table> Cases = new(() => CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "Data", "wdbc.csv")));

    /// <summary>Cross-validates a forest.</summary>
    /// <param name="parameters">The forest to try.</param>
    /// <param name="cancellation">Ends the trial early.</param>
    [Objective(Trials = 120)]
    public static ForestQuality Weigh(ForestParams parameters, CancellationToken cancellation)
    {
        (Table Train, Table Test)[] folds = StratifiedFolds.Split(Cases.Value, Folds, Seed);
        Scores[] scores = new Scores[Folds];
        double visits = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            Forest forest = Forest.Grow(folds[fold].Train, parameters, Seed, cancellation);
            scores[fold] = Scores.Of(forest.Predict(folds[fold].Test), folds[fold].Test.Labels);
            visits += forest.MeanVisits(folds[fold].Test) / Folds;
        }

        return new ForestQuality(scores.Average(score => score.LogLoss), visits, scores.Average(score => score.Accuracy));
    }
}
