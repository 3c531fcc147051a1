namespace Hypermax.MetaTraining.Recording;

/// <summary>What an action was worth from one snapshot of a history.</summary>
/// <param name="Family">The family of the problem.</param>
/// <param name="Context">The features of the snapshot.</param>
/// <param name="Action">The index of the action.</param>
/// <param name="Advantage">How many powers of ten lower the regret was after the horizon than on the mean over all actions from the same snapshot.</param>
internal readonly record struct Observation(string Family, double[] Context, int Action, double Advantage);
