using Hypermax.Analysis.Surrogates;
using Hypermax.Charts.Scales;
using Hypermax.Reports;

namespace Hypermax.Dataset.Replay;

/// <summary>A data set as an objective: the loss of a point is what a surrogate says; it fails, and takes as long, as the nearest trial did.</summary>
internal sealed class ReplayedObjective
{
    private readonly StudyData _study;
    private readonly ISurrogate _surrogate;
    private readonly UnitDistance _trials;
    private readonly double[] _losses;

    public ReplayedObjective(StudyData study, ISurrogate surrogate)
    {
        (_study, _surrogate) = (study, surrogate);
        _trials = new UnitDistance(study.Geometry, study.Finished);
        _losses = [.. study.Complete.AsParallel().AsOrdered().Select(trial => surrogate.LossOf(trial.Point))];
        Array.Sort(_losses);
    }

    /// <summary>Gets the loss that only a share of the trials of the set stay below, as the surrogate sees them.</summary>
    /// <param name="share">From 0 to 1.</param>
    public double LossOfShare(double share) => Quantiles.Of(_losses, share);

    /// <summary>Evaluates a point.</summary>
    /// <returns>Its loss, infinite where it fails, and the seconds it takes.</returns>
    public (double Loss, double Seconds) Evaluate(Point point)
    {
        TrialRecord nearest = _study.Finished[_trials.Nearest(point, 1)[0].Row];
        double loss = nearest.State == TrialState.Failed ? double.PositiveInfinity : _surrogate.LossOf(point);
        return (loss, nearest.Duration.TotalSeconds);
    }
}
