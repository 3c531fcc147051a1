using Hypermax.Budgets;
using Xunit;

namespace Hypermax.Conformance;

/// <summary>What searches rely on in a schedule of budgets; a schedule joins with one class that derives from this one and creates it.</summary>
/// <remarks>Each test is a promise of <see cref="IBudgetSchedule"/> and says in its summary which. A failure names the promise and the run that shows it
/// broken, as code that can be run again with <see cref="ScheduleRun"/>.</remarks>
public abstract class ScheduleConformance
{
    private static readonly Fidelity[] Fidelities = [new(1, 9), new(1, 81), new(2, 30), new(9, 10), new(1, 16, 2), new(1, 1000, 10), new(1, 4, 1.1)];

    private static readonly double[] Odd = [double.NaN, double.NegativeInfinity, double.PositiveInfinity, double.MaxValue, -double.MaxValue, 0, double.Epsilon];

    /// <summary>Gets within how many trials the best point must have run with the whole budget of 9, where the smallest is 1. By default 60.</summary>
    protected virtual int Trials => 60;

    /// <summary>Creates the schedule; called many times.</summary>
    protected abstract IBudgetSchedule Create();

    /// <summary>A schedule has a name; that of a schedule which exists already belongs to that one.</summary>
    [Fact]
    public void NameIsItsOwn()
    {
        IBudgetSchedule schedule = Create();
        if (string.IsNullOrWhiteSpace(schedule.Name))
        {
            throw Broken("a schedule has a name", $"'{nameof(IBudgetSchedule.Name)}' is '{schedule.Name}'");
        }

        if (Schedules.Names.Contains(schedule.Name, StringComparer.Ordinal) && schedule.GetType().Assembly != typeof(Schedules).Assembly)
        {
            throw Broken("the name of a schedule belongs to one type", $"'{schedule.Name}' is the name of one of Hypermax; choose another");
        }
    }

    /// <summary>A decision depends on the context alone: not on what was asked before, nor on which instance is asked.</summary>
    [Fact]
    public void DecisionsDependOnTheContextAlone()
    {
        IBudgetSchedule asked = Create();
        Each((context, next, at) =>
        {
            if (asked.Next(context) != next || Create().Next(context) != next)
            {
                throw Broken("a decision depends on the context alone", at, $"it says {Text(next)}, and something else when asked again");
            }
        });
    }

    /// <summary>There is always something to do: trials that run hold nobody up, nor do those that failed.</summary>
    [Fact]
    public void NobodyWaits() => Each((_, next, at) =>
    {
        if (next is null)
        {
            throw Broken("there is always something to do while there may be new points", at, "it says nothing");
        }
    });

    /// <summary>Every budget is one of the study: from its smallest to the whole.</summary>
    [Fact]
    public void BudgetsAreThoseOfTheStudy() => Each((context, next, at) =>
    {
        if (next is { Budget.Amount: long amount } && (amount < context.Fidelity.Min || amount > context.Fidelity.Max))
        {
            throw Broken("every budget lies between the smallest and the whole", at, FormattableString.Invariant($"it gives {amount}"));
        }
    });

    /// <summary>A trial goes on once, after it ended well, and with more than it had.</summary>
    [Fact]
    public void OnlyWhatEndedWellGoesOn() => Each((context, next, at) =>
    {
        if (next?.Budget.Continues is not int number)
        {
            return;
        }

        ScheduledTrial? earlier = context.Trials.FirstOrDefault(trial => trial.Number == number);
        string? fault = earlier switch
        {
            null => "which there is not",
            { HasLoss: false } => $"which is {earlier.State} and has no loss that counts",
            _ when earlier.Budget.Amount >= next.Budget.Amount => FormattableString.Invariant($"which had {earlier.Budget.Amount} already"),
            _ when context.Trials.Any(trial => trial.Budget.Continues == number) => "which another one continues already",
            _ => null,
        };
        if (fault is not null)
        {
            string evidence = FormattableString.Invariant($"it continues trial {number}, {fault}");
            throw Broken("a trial goes on once, after it ended well, with more than it had", at, evidence);
        }
    });

    /// <summary>Why a trial goes on is a clause: words on one line, without a stop at the end.</summary>
    [Fact]
    public void NotesAreClauses() => Each((_, next, at) =>
    {
        if (next?.Note is { } note && (string.IsNullOrWhiteSpace(note) || note.EndsWith('.') || note.Contains('\n', StringComparison.Ordinal)))
        {
            throw Broken("a note is a clause on one line", at, $"it is '{note}'");
        }
    });

    /// <summary>Where there may be no new points, none begins.</summary>
    [Fact]
    public void NoPointBeginsWhereNoneMay()
    {
        foreach (Fidelity fidelity in Fidelities)
        {
            ScheduleRun run = new(Create(), fidelity, 1);
            for (int trials = 0; trials <= Trials; trials++)
            {
                run.Do(trials, run.Curve);
                if (Create().Next(run.Context(mayStart: false)) is { Budget.Continues: null } next)
                {
                    throw Broken("no point begins where there may be none", At(fidelity, 1, trials, 1), $"it says {Text(next)}");
                }
            }
        }
    }

    /// <summary>The point that is ahead of all others at every budget comes to the whole one, also with several workers, and beside trials that fail or never
    /// end.</summary>
    /// <param name="workers">How many trials run at once.</param>
    /// <param name="isDisturbed">Whether the first trial never ends and every third point fails.</param>
    [Theory]
    [InlineData(1, false)]
    [InlineData(8, false)]
    [InlineData(1, true)]
    [InlineData(8, true)]
    public void LeaderComesToTheWholeBudget(int workers, bool isDisturbed)
    {
        const int Leader = 2;
        Fidelity fidelity = new(1, 9);
        ScheduleRun run = new(Create(), fidelity, 1) { Workers = workers, Straggler = isDisturbed ? 0 : null };
        run.Do(Trials, (point, budget) => point == Leader ? -1 : isDisturbed && point % 3 == 1 ? double.NaN : run.Curve(point, budget));
        if (!run.Trials.Any(trial => run.PointOf(trial) == Leader && trial.Budget.Amount == fidelity.Max))
        {
            string reached = FormattableString.Invariant(
                $"after {run.Trials.Count} trials, {workers} at once, that of trial {Leader} has not run with {fidelity.Max}");
            throw Broken("the point that is ahead of all others comes to the whole budget", reached);
        }
    }

    /// <summary>No loss makes a decision throw: no numbers, infinities, huge and tiny ones, all the same.</summary>
    [Fact]
    public void NothingThrows()
    {
        foreach (Fidelity fidelity in Fidelities.Append(new Fidelity(1, long.MaxValue)).Append(new Fidelity(long.MaxValue - 1, long.MaxValue)))
        {
            foreach (double odd in Odd)
            {
                ScheduleRun run = new(Create(), fidelity, 1) { Workers = 3 };
                try
                {
                    run.Do(Trials, (point, _) => point % 4 == 3 ? 0.25 : odd);
                }
                catch (Exception error)
                {
                    throw Broken(
                        "no loss makes a decision throw",
                        At(fidelity, 1, run.Trials.Count, 3),
                        FormattableString.Invariant($"where three points in four have the loss {odd}, it threw {error.GetType().Name}: {error.Message}"));
                }
            }
        }
    }

    private void Each(Action<ScheduleContext, Assignment?, string> check)
    {
        foreach (Fidelity fidelity in Fidelities)
        {
            foreach (int workers in (int[])[1, 8])
            {
                for (int seed = 1; seed <= 3; seed++)
                {
                    ScheduleRun run = new(Create(), fidelity, seed) { Workers = workers, Straggler = seed == 3 ? 4 : null };
                    run.Do(
                        Trials,
                        (point, budget) => seed > 1 && point % 5 == 1 ? double.NaN : run.Curve(point, budget),
                        (context, next) => check(context, next, At(fidelity, seed, run.Trials.Count, workers)));
                }
            }
        }
    }

    private static string At(Fidelity fidelity, int seed, int trial, int workers) => FormattableString.Invariant(
        $"seen at trial {trial} of new ScheduleRun(Create(), new Fidelity({fidelity.Min}, {fidelity.Max}, {fidelity.Eta}), {seed}) {{ Workers = {workers} }}");

    private static string Text(Assignment? next) => next switch
    {
        null => "nothing",
        { Budget.Continues: int earlier } => FormattableString.Invariant($"budget {next.Budget.Amount} for the point of trial {earlier}"),
        _ => FormattableString.Invariant($"budget {next.Budget.Amount} for a new point"),
    };

    private ConformanceException Broken(string promise, params string[] evidence) => new(Create().GetType().Name, promise, evidence);
}
