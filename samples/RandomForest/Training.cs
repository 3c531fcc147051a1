using Hypermax;
using RandomForest.Learning;

namespace RandomForest;

/// <summary>The objective that <c>dotnet build -t:Hypertune</c> minimises, and the figures that the program prints.</summary>
public static partial class Training
{
    private const int Folds = 5;
    private const int Seed = 20;
    private static readonly Lazy<Table> Cases = new(() => CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "Data", "wdbc.csv")));

    /// <summary>Gets the cases for training and searching: four fifths of the data.</summary>
    public static Table Known => StratifiedFolds.Split(Cases.Value, Folds, Seed)[0].Train;

    /// <summary>Gets the cases that neither training nor the search ever sees.</summary>
    public static Table HeldOut => StratifiedFolds.Split(Cases.Value, Folds, Seed)[0].Test;

    /// <summary>Cross-validates a forest.</summary>
    /// <param name="parameters">The forest to try.</param>
    /// <param name="trial">Takes the accuracy and the loss after each fold.</param>
    /// <returns>The mean log loss over the folds.</returns>
    [Objective(Trials = 100, Method = "tpe")]
    public static double Train(ForestParams parameters, TrialContext trial)
    {
        double loss = 0;
        double accuracy = 0;
        (Table Train, Table Test)[] folds = StratifiedFolds.Split(Known, Folds, Seed + 1);
        for (int fold = 0; fold < Folds; fold++)
        {
            Scores scores = Evaluate(parameters, folds[fold].Train, folds[fold].Test, trial.Cancellation);
            loss += scores.LogLoss;
            accuracy += scores.Accuracy;
            trial.Report(loss / (fold + 1), fold);
        }

        trial.SetMetric("accuracy", accuracy / Folds);
        return loss / Folds;
    }

    /// <summary>Grows a forest on some cases and scores it on others.</summary>
    /// <param name="parameters">The forest.</param>
    /// <param name="train">The cases to learn from.</param>
    /// <param name="test">The cases to predict.</param>
    /// <param name="cancellation">Ends the growing early.</param>
    public static Scores Evaluate(ForestParams parameters, Table train, Table test, CancellationToken cancellation = default)
    {
        Forest forest = Forest.Grow(train, parameters, Seed, cancellation);
        return Scores.Of(forest.Predict(test), test.Labels);
    }
}
