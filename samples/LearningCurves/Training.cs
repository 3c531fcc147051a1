using Hypermax;

namespace LearningCurves;

/// <summary>The objective that <c>dotnet build -t:Hypertune</c> minimises, and the figures that the program prints.</summary>
public static partial class Training
{
    private const int Epochs = 60;

    /// <summary>Trains two networks, so that luck counts for less, and says after every epoch how they stand: the pruner can stop those that will hardly
    /// become the best.</summary>
    /// <param name="parameters">The network to try.</param>
    /// <param name="trial">Takes the loss after each epoch.</param>
    /// <returns>The mean validation loss after the last epoch.</returns>
    [Objective(Trials = 150, Pruner = "forecast")]
    public static double Train(NetworkParams parameters, TrialContext trial)
    {
        Network[] networks = [new(parameters, trial.Seed), new(parameters, trial.Seed + 1)];
        double loss = double.NaN;
        for (int epoch = 1; epoch <= Epochs && !trial.ShouldPrune; epoch++)
        {
            Array.ForEach(networks, network => network.Learn(Spirals.Training));
            loss = networks.Average(network => network.Score(Spirals.Validation).LogLoss);
            trial.Report(loss, epoch);
        }

        return loss;
    }

    /// <summary>Trains a network to the end and scores it on cases that nobody has seen.</summary>
    /// <param name="parameters">The network.</param>
    public static (double LogLoss, double Accuracy) Test(NetworkParams parameters)
    {
        Network network = new(parameters, seed: 7);
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            network.Learn(Spirals.Training);
        }

        return network.Score(Spirals.Test);
    }
}
