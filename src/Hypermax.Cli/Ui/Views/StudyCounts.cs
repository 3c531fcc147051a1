using Hypermax.Ui.Live;

namespace Hypermax.Ui.Views;

/// <summary>How many trials there are of each state.</summary>
internal readonly record struct StudyCounts(int Complete, int Pruned, int Failed, int Running, int Partial)
{
    public static StudyCounts Of(UiModel model) => new(
        model.Data.Finished.Count(trial => trial.State == TrialState.Complete),
        model.Data.Finished.Count(trial => trial.State == TrialState.Pruned),
        model.Data.Failed.Count,
        model.Running.Count,
        model.Data.Finished.Count(trial => trial.State == TrialState.Partial));
}
