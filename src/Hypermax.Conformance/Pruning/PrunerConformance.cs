using Hypermax.Pruning;
using Xunit;

namespace Hypermax.Conformance;

/// <summary>What searches rely on in a pruner; a pruner joins with one class that derives from this one and creates it.</summary>
/// <remarks>Each test is a promise of <see cref="IPruner"/> and says in its summary which. A failure names the promise and the table of curves, by the seed of
/// <see cref="CurveTables"/>, that shows it broken.</remarks>
public abstract class PrunerConformance
{
    /// <summary>Gets whether the pruner may stop a trial that is ahead of all others, because it compares trials with a bound or with themselves.
    /// By default false.</summary>
    protected virtual bool MayStopLeaders => false;

    /// <summary>Gets how many random tables of curves are tried. By default 200.</summary>
    protected virtual int TableCount => 200;

    /// <summary>Creates the pruner; called many times.</summary>
    protected abstract IPruner Create();

    /// <summary>A pruner has a name; that of a pruner which exists already belongs to that one.</summary>
    [Fact]
    public void NameIsItsOwn()
    {
        IPruner pruner = Create();
        if (string.IsNullOrWhiteSpace(pruner.Name))
        {
            throw Broken("a pruner has a name", $"'{nameof(IPruner.Name)}' is '{pruner.Name}'");
        }

        if (Pruners.Names.Contains(pruner.Name, StringComparer.Ordinal) && pruner.GetType().Assembly != typeof(Pruners).Assembly)
        {
            throw Broken("the name of a pruner belongs to one type", $"'{pruner.Name}' is the name of one of Hypermax; choose another");
        }
    }

    /// <summary>A verdict depends on the context alone: not on what was asked before, nor on which instance is asked.</summary>
    [Fact]
    public void VerdictsDependOnTheContextAlone()
    {
        IPruner asked = Create();
        for (int seed = 0; seed < TableCount; seed++)
        {
            foreach (PrunerContext context in CurveTables.ContextsOf(seed))
            {
                string? first = asked.FindReason(context);
                if (asked.FindReason(context) != first || Create().FindReason(context) != first)
                {
                    throw Broken("a verdict depends on the context alone", At(seed, context, $"it says '{first}', and something else when asked again"));
                }
            }
        }
    }

    /// <summary>A reason is a clause: words on one line, without a stop at the end.</summary>
    [Fact]
    public void ReasonsAreClauses()
    {
        for (int seed = 0; seed < TableCount; seed++)
        {
            foreach (PrunerContext context in CurveTables.ContextsOf(seed))
            {
                if (Create().FindReason(context) is { } reason
                    && (string.IsNullOrWhiteSpace(reason) || reason.EndsWith('.') || reason.Contains('\n', StringComparison.Ordinal)))
                {
                    throw Broken("a reason is a clause on one line", At(seed, context, $"it is '{reason}'"));
                }
            }
        }
    }

    /// <summary>A trial whose every report is better than all that any other trial reported or came to is not stopped.</summary>
    [Fact]
    public void LeadersGoOn()
    {
        for (int seed = 0; seed < TableCount && !MayStopLeaders; seed++)
        {
            foreach (PrunerContext context in CurveTables.LeadersOf(seed))
            {
                if (Create().FindReason(context) is { } reason)
                {
                    throw Broken("a trial that is ahead of all others goes on", At(seed, context, $"it is stopped, for '{reason}'"));
                }
            }
        }
    }

    /// <summary>Nothing that trials report makes a verdict throw: no numbers, infinities, huge and tiny ones, steps from 0 to the largest there is, no history
    /// at all, failed and stopped trials alone.</summary>
    [Fact]
    public void NothingThrows()
    {
        foreach (PrunerContext context in CurveTables.Extremes)
        {
            try
            {
                _ = Create().FindReason(context);
            }
            catch (Exception error)
            {
                throw Broken("no report makes a verdict throw", At(-1, context, $"it threw {error.GetType().Name}: {error.Message}"));
            }
        }
    }

    private static string At(int seed, PrunerContext context, string what) => FormattableString.Invariant(
        $"table {seed}, {context.History.Count} earlier trials, trial {context.Curve.Number} at step {context.Step} with loss {context.Loss}: {what}");

    private ConformanceException Broken(string promise, string evidence) => new(Create().GetType().Name, promise, evidence);
}
