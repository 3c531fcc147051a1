using Hypermax;

namespace LearningCurves;

/// <summary>The objective that <c>dotnet build -t:Hypertune</c> minimises, and the figures that the program prints.</summary>
public static partial class Training
{
    private const int Epochs = 81;

    /// <summary>Trains two networks, so that luck counts for less, for as many epochs as the schedule gives: one for most, all for few.</summary>
    /// <param name="parameters">The network to try.</param>
    /// <param name="trial">Says for how many epochs, and takes the loss after each.</param>
    /// <returns>The mean validation loss after the last epoch.</returns>
    [Objective(Trials = 300, Schedule = "abh", ConfirmLeaders = 2, ConfirmRepeats = 5)]
    [Fidelity(1, Epochs)]
    public static double Train(NetworkParams parameters, TrialContext trial) => Learn(parameters, (int)trial.Budget!, trial);

    /// <summary>The same without budgets, for about the same number of epochs in all: every network is trained to the end.</summary>
    /// <param name="parameters">The network to try.</param>
    /// <param name="trial">Takes the loss after each epoch.</param>
    [Objective(Trials = 25, ConfirmLeaders = 2, ConfirmRepeats = 5)]
    public static double TrainWhole(NetworkParams parameters, TrialContext trial) => Learn(parameters, Epochs, trial);

    private static double Learn(NetworkParams parameters, int epochs, TrialContext trial)
    {
        Network[] networks = [new(parameters, trial.Seed), new(parameters, trial.Seed + 1)];
        double loss = double.NaN;
        for (int epoch = 1; epoch <= epochs; epoch++)
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
