using System.Globalization;
using System.Reflection;
using Hypermax.Execution.InProcess;
using Hypermax.Search;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing;

/// <summary>Compares two searches of one seed, trial by trial.</summary>
internal static class RepeatedSearch
{
    private const int Usual = 20;
    private const int Workers = 4;

    /// <summary>Throws where trials differ.</summary>
    public static async Task RequireAsync<T>(
        SearchSpace<T> space,
        Assembly tests,
        Func<T, TrialContext, Task<double>> objective,
        TestSearchOptions options,
        CancellationToken stop)
    {
        TestSearchOptions asked = options with { Trials = options.Trials ?? Usual, Workers = null };
        SearchPlan plan = TestPlan.Read(
            options.Name ?? space.Name,
            space,
            tests,
            violations => asked.Settings(target: null, Direction.Minimize, violations));

        // The lag of both is that of four workers, or the searches would differ by what proposals may know.
        IReadOnlyList<TrialRecord> alone = await SearchAsync(space, objective, plan, workers: 1, stop).ConfigureAwait(false);
        IReadOnlyList<TrialRecord> together = await SearchAsync(space, objective, plan, Workers, stop).ConfigureAwait(false);
        RequireSomething(space, plan, alone);
        for (int i = 0; i < Math.Max(alone.Count, together.Count); i++)
        {
            if (i >= alone.Count || i >= together.Count)
            {
                throw new HypermaxAssertException(string.Create(CultureInfo.InvariantCulture,
                    $"The search of '{plan.Options.Name}' does not repeat: it has {alone.Count} "
                    + $"trials with one worker and {together.Count} with {Workers}. Stop rules that go by time do that; leave Timeout out."));
            }

            if (!alone[i].Point.Equals(together[i].Point) || !Same(alone[i], together[i]))
            {
                string different = FormattableString.Invariant(
                    $"trial {i} is {Text(space, alone[i])} with one worker and {Text(space, together[i])} with {Workers}");
                throw new HypermaxAssertException(
                    $"The search of '{plan.Options.Name}' does not repeat: {different}. "
                    + "Take all randomness from the trial (TrialContext.Random), and let trials share no state that they change.");
            }
        }
    }

    private static async Task<IReadOnlyList<TrialRecord>> SearchAsync<T>(
        SearchSpace<T> space,
        Func<T, TrialContext, Task<double>> objective,
        SearchPlan plan,
        int workers,
        CancellationToken stop)
    {
        // What ends a search early ends one with trials under way at another trial.
        StudyOptions options = plan.Options with
        {
            Folder = null, Workers = workers, Lag = Workers, Order = ProposalOrder.Repeatable, Target = null, Patience = null,
        };
        using Study study = Study.Create(space, options);
        InProcessExecutor executor = InProcessExecutor.Of(space, objective, new InProcessOptions { Limits = plan.Limits });
        await using (executor.ConfigureAwait(false))
        {
            StudyResult result = await study.RunAsync(executor, progress: null, stop).ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
            return [.. result.Trials.Where(trial => trial.IsFinished)];
        }
    }

    private static void RequireSomething(SearchSpace space, SearchPlan plan, IReadOnlyList<TrialRecord> trials)
    {
        if (trials.Any(trial => trial.IsComplete))
        {
            return;
        }

        string first = trials is [var trial, ..]
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" Trial {trial.Number} failed ({trial.Outcome?.Failure}): {TrialText.FirstLine(trial.Outcome?.Message)} Its parameters were "
                + $"{TrialText.Point(space, trial.Point)}.")
            : string.Empty;
        throw new HypermaxAssertException(
            $"None of the {Errors.Counted.Of(trials.Count, "trial")} of '{plan.Options.Name}' completed, so nothing shows that the search repeats.{first} "
            + "Correct the objective.");
    }

    private static bool Same(TrialRecord left, TrialRecord right) => left.State == right.State && left.Value.Equals(right.Value);

    private static string Text(SearchSpace space, TrialRecord trial) => $"{TrialText.Point(space, trial.Point)} → "
        + $"{(trial.HasValue ? trial.Value.ToString("R", CultureInfo.InvariantCulture) : trial.State)}";
}
