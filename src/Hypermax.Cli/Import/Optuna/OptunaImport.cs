using Hypermax.Storage;

namespace Hypermax.Import.Optuna;

/// <summary>Makes a study of one of Optuna's: space, directions, states, times, reports and attributes as they are there.</summary>
internal static class OptunaImport
{
    /// <summary>Reads a file that <see cref="Recognises"/>.</summary>
    /// <exception cref="ImportException">The file cannot become a study.</exception>
    public static ImportedStudy Read(string path, string? study, ImportOptions options) =>
        Convert(OptunaStudy.Choose(OptunaSqlite.IsDatabase(path) ? OptunaSqlite.Read(path) : OptunaJournal.Read(path), study), options);

    /// <summary>Tells whether a file is a database or a journal of Optuna's.</summary>
    public static bool Recognises(string path) => OptunaSqlite.IsDatabase(path) || OptunaJournal.IsJournal(path);

    private static ImportedStudy Convert(OptunaStudy study, ImportOptions options)
    {
        if (study.Directions.Count != 1)
        {
            throw new ImportException(
                FormattableString.Invariant($"Study '{study.Name}' has {study.Directions.Count} objectives; studies have one. ")
                + "Export the trials as a table and import that with --loss and the column of one of them.");
        }

        OptunaTrial[] ended = [.. study.Trials.Where(trial => trial.State is "COMPLETE" or "PRUNED" or "FAIL")];
        if (ended.Length == 0)
        {
            throw new ImportException($"No trial of study '{study.Name}' has ended; there is nothing to import.");
        }

        List<string> notes = [];
        if (ended.Length < study.Trials.Count)
        {
            notes.Add(
                FormattableString.Invariant($"{study.Trials.Count - ended.Length} of {study.Trials.Count} trials had not ended and were left out; ")
                + "the others are numbered in their order.");
        }

        OptunaSpace space = new(study.Name, ended);
        List<TrialRecord> trials = [];
        foreach (OptunaTrial trial in ended)
        {
            if (space.Point(trial, out string? problem) is { } point)
            {
                trials.Add(Record(trial, trials.Count, point, options.Clock.GetUtcNow()));
            }
            else
            {
                notes.Add(FormattableString.Invariant($"Trial {trial.Number} was left out: {problem}."));
            }
        }

        return new ImportedStudy(Header(study, space.Space, options), trials, notes);
    }

    private static StudyHeader Header(OptunaStudy study, SearchSpace space, ImportOptions options) => new()
    {
        Name = study.Name,
        Space = space,
        Directions = study.Directions,
        Seed = 0,
        Method = "import",
        Version = typeof(OptunaImport).Assembly.GetName().Version?.ToString(3) ?? "0",
        Created = options.Clock.GetUtcNow(),
    };

    private static TrialRecord Record(OptunaTrial trial, int number, double[] point, DateTimeOffset now)
    {
        TrialOutcome outcome = Outcome(trial) with
        {
            Reports = [.. trial.Reports.Select(report => new TrialReport(report.Key, report.Value))],
            Attributes = trial.Attributes,
        };
        return new TrialRecord
        {
            Number = number,
            Point = new Point(point),
            State = outcome.State,
            Outcome = outcome,
            Started = trial.Started ?? now,
            Duration = trial.Ended > trial.Started ? trial.Ended.Value - trial.Started.Value : TimeSpan.Zero,
        };
    }

    // Optuna keeps no value of a pruned trial: it is that of the last report, as its samplers take it.
    private static TrialOutcome Outcome(OptunaTrial trial) => trial.State switch
    {
        "COMPLETE" when trial.Values.Count > 0 => TrialOutcome.Of(trial.Values[0]),
        "COMPLETE" => TrialOutcome.Fail(FailureKind.BadResult, "Optuna has no value of this trial."),
        "PRUNED" => new TrialOutcome
        {
            State = TrialState.Pruned,
            Value = trial.Reports.Count > 0 && double.IsFinite(trial.Reports.Last().Value) ? trial.Reports.Last().Value : double.NaN,
        },
        _ => TrialOutcome.Fail(FailureKind.Exception, "The trial failed in Optuna, which keeps no reason."),
    };
}
