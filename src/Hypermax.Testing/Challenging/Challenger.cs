using Hypermax.Ci;
using Hypermax.Execution;
using Hypermax.Execution.Losses;
using Hypermax.Search;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;
using Hypermax.Testing.Results;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing.Challenging;

/// <summary>Searches near tuned values and away from them, and confirms what looks better.</summary>
/// <param name="objective">The objective.</param>
/// <param name="record">What the tuned file says.</param>
/// <param name="challenge">How to search and to compare.</param>
/// <param name="plan">How the objective is searched; its trials are the challenge's.</param>
/// <param name="folder">Where the better values are written, and logs.</param>
/// <param name="test">The test.</param>
internal sealed class Challenger(
    DeclaredObjective objective, TunedRecord record, TunedChallenge challenge, SearchPlan plan, string folder, RunningTest test)
{
    private SearchSpace Space => objective.Descriptor.Space;

    /// <summary>Runs the challenge.</summary>
    /// <param name="executor">Runs the trials.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="HypermaxAssertException">The tuned values have no value.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public async Task<ChallengeVerdict> RunAsync(IExecutor executor, CancellationToken stop)
    {
        using Study study = Study.Create(Space, Options());
        IExecutor judging = plan.Options.Loss is { } loss ? new LossExecutor(executor, loss with { Direction = objective.Direction }) : executor;
        Confirmation confirmation = new(objective, record, challenge, judging, study.Header.Seed, folder);
        double? exact = await confirmation.ExactAsync(stop).ConfigureAwait(false);

        study.Enqueue(record.Point);
        foreach (Point near in NearPoints.Of(Space, record.Point, plan.Options.Trials / 2, study.Header.Seed))
        {
            study.Enqueue(near);
        }

        test.Say(FormattableString.Invariant($"{objective.Study}: challenged in {plan.Options.Trials} trials, seed {study.Header.Seed}"));
        TestProgress progress = new(Space, objective.Direction, test.Say);
        StudyResult result = await study.RunAsync(executor, progress.Add, stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();

        List<Candidate> candidates = [];
        TrialRecord[] best = Best(result.Trials, trial => exact is not { } tuned || confirmation.IsBetter(trial.Value, tuned));
        foreach (TrialRecord trial in best)
        {
            if (await confirmation.ConfirmAsync(trial, exact is not null, stop).ConfigureAwait(false) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }

        int trials = result.Trials.Count(trial => trial.IsFinished);
        Candidate? winner = candidates.Where(candidate => Corrected(candidate, best.Length) < challenge.ErrorRate).MaxBy(candidate => candidate.Gains.Mean);
        BetterValues? better = winner is null ? null : Tell(winner, best.Length, ChallengeFiles.Write(folder, study.Header, record.Point, winner, trials));
        test.Attach(better?.Files ?? []);
        test.Found(CiStudy.Of(study.Header, result.Trials) with
        {
            Best = better?.Found ?? record.Mean,
            Recorded = record.Mean,
            Parameters = TrialText.Point(Space, winner?.Trial.Point ?? record.Point),
        });
        return new ChallengeVerdict(objective.Study, trials, best.Length, better);
    }

    // What ends a search early when it has found enough would end this one at its first trial.
    private StudyOptions Options() => plan.Options with
    {
        Name = objective.Study,
        Folder = null,
        Target = null,
        Patience = null,
        StopAtNoise = false,
        Repeats = null,
    };

    private TrialRecord[] Best(IReadOnlyList<TrialRecord> trials, Func<TrialRecord, bool> isPromising) =>
    [
        .. trials
            .Where(trial => trial is { IsComplete: true, HasValue: true } && !trial.Point.Equals(record.Point) && isPromising(trial))
            .OrderBy(trial => objective.Direction.ToLoss(trial.Value))
            .ThenBy(trial => trial.Number)
            .DistinctBy(trial => trial.Point)
            .Take(challenge.Candidates),
    ];

    // Bonferroni: each candidate has its share of the errors.
    private static double Corrected(Candidate candidate, int count) => Math.Min(1, candidate.PValue * count);

    private BetterValues Tell(Candidate winner, int count, IReadOnlyList<string> files) => new(
        winner.Tuned.Average(),
        winner.Found.Average(),
        winner.Gains.Mean,
        winner.Gains.HalfWidth,
        Corrected(winner, count),
        winner.Found.Count,
        PointChanges.Of(Space, record.Point, winner.Trial.Point),
        files);
}
