using Hypermax.Execution;
using Hypermax.Execution.Checkpoints;
using Hypermax.Execution.Figures;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Losses;
using Hypermax.Execution.Prechecks;
using Hypermax.Execution.Repeats;
using Hypermax.Telemetry;

namespace Hypermax.Studies;

/// <summary>What a study puts around an executor: a short run before the whole one, the loss, objectives and constraints made from metrics, and repeats of
/// a point.</summary>
internal static class ExecutorChain
{
    // None of these is disposed of: they would take the caller's executor with them.
    public static IExecutor Around(IExecutor executor, StudyOptions options, Direction direction, IReadOnlyList<TrialRecord> trials)
    {
        if (options.Precheck is { } asked && executor is InProcessExecutor)
        {
            // Said at once, where every trial would fail for it.
            InProcessRules.Check(asked.Limits, "In the precheck ");
        }

        executor = new TracedExecutor(executor);
        IExecutor continuing = new CheckpointExecutor(executor);
        IExecutor judging = options.Loss is { } loss ? new LossExecutor(continuing, loss with { Direction = direction }) : continuing;
        TrialFigures figures = new(options.ObjectiveNames, options.Constraints);
        judging = figures.IsEmpty ? judging : new FiguresExecutor(judging, figures);
        IExecutor whole = options.Repeats is { } repeats
            ? new RepeatingExecutor(
                judging, repeats with { Direction = direction }, trials.Where(trial => trial.IsComplete && !trial.IsSetApart).Select(trial => trial.Value))
            : judging;
        return options.Precheck is { } precheck ? new PrecheckExecutor(executor, whole, precheck) : whole;
    }
}
