using Hypermax.Fronts;
using Hypermax.Trials;

namespace Hypermax.Sampling.GaussianProcess.Several;

/// <summary>One model for each objective and each constraint of a study, independent of each other.</summary>
/// <remarks>Coordinates are not bent, so that all models are asked at the same ones. Not safe to share between threads.</remarks>
internal sealed class GpEnsemble(GpOptions options)
{
    private readonly List<(LossColumn Column, GpEngine Engine)> _objectives = [];
    private readonly List<(LossColumn Column, GpEngine Engine)> _constraints = [];
    private TrialHistory? _history;

    /// <summary>Makes the acquisition of a proposal: the expected improvement of the hypervolume times the probability of being feasible.</summary>
    public EnsembleView Look(SamplerContext context)
    {
        Learn(context.History);
        int[] chosen = Chosen(context);
        GpView[] objectives = [.. chosen.Select(objective => Look(context, _objectives[objective]))];
        GpView[] constraints = [.. _constraints.Where(model => model.Column.History.Count > 0).Select(model => Look(context, model))];
        (int[] rows, LossTable losses) = Feasible(context.History, objectives);
        Feasibility feasibility = new(constraints);
        BoxDecomposition? boxes = rows.Length == 0 ? null : new BoxDecomposition(losses, ReferencePoint.Of(losses, context.Stream("gp/reference")));
        int[] front = rows.Length == 0 ? LeastBroken(context.History) : [.. NonDominatedSort.FirstFront(losses).Select(row => rows[row])];
        return new EnsembleView(objectives[0].Features, new HypervolumeImprovement(objectives, boxes, feasibility), front);
    }

    // With more objectives than the boxes can be cut for, each proposal improves the front of three that are drawn.
    private static int[] Chosen(SamplerContext context)
    {
        int[] all = [.. Enumerable.Range(0, context.History.ObjectiveCount)];
        if (all.Length > BoxDecomposition.MostObjectives)
        {
            context.Stream("gp/objectives").Shuffle<int>(all);
            all = all[..BoxDecomposition.MostObjectives];
        }

        return all;
    }

    // The complete feasible rows that all models were told of, by the losses that the models believe there, which noise has been taken out of.
    private static (int[] Rows, LossTable Losses) Feasible(TrialHistory history, GpView[] views)
    {
        Dictionary<int, double[]> believed = [];
        for (int i = 0; i < views.Length; i++)
        {
            for (int k = 0; k < views[i].Rows.Length; k++)
            {
                int row = views[i].Rows[k];
                if (history.States[row] == TrialState.Complete && history.IsFeasible(row))
                {
                    if (!believed.TryGetValue(row, out double[]? losses))
                    {
                        believed.Add(row, losses = [.. Enumerable.Repeat(double.NaN, views.Length)]);
                    }

                    losses[i] = views[i].Posterior.Fitted[k];
                }
            }
        }

        KeyValuePair<int, double[]>[] whole = [.. believed.Where(entry => entry.Value.All(double.IsFinite)).OrderBy(entry => entry.Key)];
        return ([.. whole.Select(entry => entry.Key)], new LossTable([.. whole.SelectMany(entry => entry.Value)], views.Length));
    }

    private static int[] LeastBroken(TrialHistory history)
    {
        double[] broken = [.. history.Infeasibilities];
        return [.. Enumerable.Range(0, broken.Length).Where(row => !history.IsFeasible(row)).OrderBy(row => broken[row]).ThenBy(row => row).Take(5)];
    }

    private static GpView Look(SamplerContext context, (LossColumn Column, GpEngine Engine) model) =>
        model.Engine.Look(context.With(model.Column.History, context.Fixed), draws: true);

    private void Learn(TrialHistory history)
    {
        if (!ReferenceEquals(_history, history))
        {
            _history = history;
            _objectives.Clear();
            _constraints.Clear();
            for (int i = 0; i < history.ObjectiveCount; i++)
            {
                int objective = i;
                _objectives.Add((new LossColumn(history, (all, row) => all.LossesOf(objective)[row], leavesOut: false), new GpEngine(options, isBent: false)));
            }
        }

        while (_constraints.Count < history.ConstraintNames.Count)
        {
            int constraint = _constraints.Count;
            _constraints.Add((
                new LossColumn(history, (all, row) => all.Violations(constraint)[row], leavesOut: true),
                new GpEngine(options, OutputTransform.OfViolations, isBent: false)));
        }

        foreach ((LossColumn column, _) in _objectives.Concat(_constraints))
        {
            column.Update();
        }
    }
}
