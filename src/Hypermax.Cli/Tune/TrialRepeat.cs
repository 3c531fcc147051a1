using Hypermax.Build.Protocol;
using Hypermax.Execution;
using Hypermax.Execution.Checkpoints;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Search;
using Hypermax.Spaces;
using Hypermax.Spaces.Changes;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Stores;
using Hypermax.Studies;

namespace Hypermax.Tune;

/// <summary>Runs one trial of a study again, alone and with its own seed, and shows everything it says; nothing is recorded.</summary>
internal sealed class TrialRepeat(TuneArguments arguments, WorkerObjective objective, IExecutor executor, SearchLines lines)
{
    public async Task<int> RunAsync(int number, CancellationToken stop)
    {
        string folder = arguments.FolderOf(objective.Name);
        if (Find(folder, number) is not ({ } trial, { } space, var seed))
        {
            return ExitCodes.Usage;
        }

        string scratch = Path.Combine(folder, "repeat");
        lines.Message(FormattableString.Invariant($"{objective.Name}: trial {number} again: {TrialText.Point(space, trial.Point)}"));
        TrialJob job = new()
        {
            Number = number,
            Space = objective.Space,
            Point = trial.Point,
            Seed = seed,
            StudyFolder = scratch,
            Budget = trial.Budget?.Amount,
        };
        TrialOutcome outcome = await new CheckpointExecutor(executor).RunAsync(job, stop).ConfigureAwait(false);
        return Tell(trial, outcome, scratch);
    }

    private (TrialRecord Trial, SearchSpace Space, int Seed)? Find(string folder, int number)
    {
        StoreMark? mark = StoreMark.Read(folder);
        if (mark is null && !File.Exists(Path.Combine(folder, JournalStore.FileName)))
        {
            lines.Say(BuildRules.NoSuchTrial, $"Study '{objective.Name}' has no trials yet, so none can be repeated. Run 'dotnet build -t:Hypertune' first.");
            return null;
        }

        try
        {
            (StudyHeader? recorded, IReadOnlyList<TrialRecord> trials) = Read(folder, mark);
            if (recorded is not { } header || number >= trials.Count)
            {
                lines.Say(
                    BuildRules.NoSuchTrial,
                    FormattableString.Invariant($"Property 'HypertuneRepeat' must be the number of a trial of '{objective.Name}', ")
                    + FormattableString.Invariant($"0 to {trials.Count - 1}; it is '{number}'. Choose one from results.csv."));
                return null;
            }

            if (SpaceJson.Hash(header.Space) != SpaceJson.Hash(objective.Space))
            {
                lines.Say(
                    BuildRules.OtherSpace,
                    FormattableString.Invariant($"Trial {number} of '{header.Name}' cannot be repeated, for the search space changed since: ")
                    + FormattableString.Invariant($"{string.Join("; ", SpaceDiff.Compare(header.Space, objective.Space))}. Undo the change to repeat it."),
                    objective.Position.In(arguments.ProjectFolder));
                return null;
            }

            return (trials[number], header.Space, TrialSeed.Of(header.Seed, number));
        }
        catch (IOException error)
        {
            lines.Say(BuildRules.StudyInUse, error.Message);
            return null;
        }
    }

    private static (StudyHeader? Header, IReadOnlyList<TrialRecord> Trials) Read(string folder, StoreMark? mark)
    {
        if (mark is not null)
        {
            JournalSnapshot study = mark.ReadStudy();
            return (study.Header, study.Trials);
        }

        using JournalStore store = new(folder);
        return (store.Header, store.Trials);
    }

    private int Tell(TrialRecord trial, TrialOutcome outcome, string scratch)
    {
        if (outcome.Log is { } log && File.Exists(Path.Combine(scratch, log)))
        {
            foreach (string line in File.ReadLines(Path.Combine(scratch, log)).Take(500))
            {
                lines.Message("  | " + line);
            }
        }

        if (outcome.State == TrialState.Failed)
        {
            lines.Say(
                BuildRules.RepeatFailed,
                FormattableString.Invariant($"Trial {trial.Number} of '{objective.Name}' failed again ({outcome.Failure}): {outcome.Message}"),
                (outcome.Position ?? objective.Position).In(arguments.ProjectFolder));
            return ExitCodes.Failed;
        }

        string metrics = string.Concat(outcome.Metrics.Select(metric => $" {metric.Key}={TrialText.Value(metric.Value)}"));
        lines.Message(FormattableString.Invariant($"  value {TrialText.Value(outcome.Value)}{metrics} (the study has {TrialText.Value(trial.Value)})"));
        return ExitCodes.Done;
    }
}
