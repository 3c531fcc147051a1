using Hypermax.Build.Protocol;
using Hypermax.Ci;
using Hypermax.Execution;
using Hypermax.Execution.Losses;
using Hypermax.Search;
using Hypermax.Testing.Objectives;
using Hypermax.Testing.Results;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing.Guarding;

/// <summary>Checks the tuned values of a study as a test.</summary>
internal static class TunedTest
{
    /// <summary>Runs the check.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="check">How.</param>
    /// <param name="test">The test.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="HypermaxAssertException">The values have got worse, or cannot be evaluated.</exception>
    public static async Task<TunedVerdict> RunAsync(DeclaredObjective objective, TunedCheck check, RunningTest test, CancellationToken stop)
    {
        check.Require(objective.Study);
        TunedRecord record = TunedRecord.Of(objective);
        SearchPlan plan = TestPlan.Read(objective.Study, objective.Descriptor.Space, test.Tests, objective.Settings);
        try
        {
            IExecutor executor = await TestExecutors.OfAsync(objective, plan, test.Tests, test.Say, stop).ConfigureAwait(false);
            await using (executor.ConfigureAwait(false))
            {
                IExecutor judging = plan.Options.Loss is { } loss ? new LossExecutor(executor, loss with { Direction = objective.Direction }) : executor;
                TunedGuard guard = new(objective, record, check);
                TunedVerdict verdict = await guard.CheckAsync(judging, Path.Combine(plan.Options.Folder!, "tuned"), stop).ConfigureAwait(false);
                test.Say($"{objective.Study}: {verdict}");
                test.Found(new CiStudy
                {
                    Name = objective.Study,
                    Best = verdict.Mean,
                    Recorded = verdict.Recorded,
                    Parameters = TrialText.Point(objective.Descriptor.Space, record.Point),
                    Trials = verdict.Values.Count,
                    Complete = verdict.Values.Count,
                });
                return verdict.IsWorse
                    ? throw new HypermaxAssertException(Worse(objective, record, check, verdict)) { Rule = BuildRules.TunedWorse }
                    : verdict;
            }
        }
        catch (ExecutorException error)
        {
            throw new HypermaxAssertException($"The tuned values of '{objective.Study}' cannot be evaluated: {error.Message}", error);
        }
    }

    private static string Worse(DeclaredObjective objective, TunedRecord record, TunedCheck check, TunedVerdict verdict)
    {
        string rule = verdict.PValue == 0
            ? "where no noise explains it"
            : FormattableString.Invariant($"which happens by chance less than {check.ErrorRate:P0} of the time");
        string allowed = check.MaxLossIncrease > 0 ? FormattableString.Invariant($" by more than the {TrialText.Value(check.MaxLossIncrease)} allowed")
            : string.Empty;
        string origin = record.Origin.Length > 0 ? $" The values were recorded on {record.Origin}." : string.Empty;
        return $"The tuned values of '{objective.Study}' have got worse{allowed}: {verdict}, {rule}.{origin} Find out what changed, or tune again: "
            + $"{objective.Command}.";
    }
}
