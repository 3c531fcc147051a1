using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;
using Hypermax.Storage;
using Hypermax.Studies;

namespace Hypermax;

/// <content>What people may tell a study while it runs.</content>
public partial class Study
{
    /// <summary>Queues a point to be tried before the sampler is asked again; kept with the study.</summary>
    /// <param name="point">The point.</param>
    /// <exception cref="ArgumentException">The point is not one of the space.</exception>
    public void Enqueue(Point point)
    {
        CheckPoint(point);
        _trials.Steer(from => new Steering.Enqueue(from, point));
    }

    /// <summary>Gives a parameter the same value in every proposal from now on; kept with the study.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <param name="value">The value in vector form: a number, or the index of a choice.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or it cannot have that value.</exception>
    public void Fix(string parameter, double value)
    {
        int index = ParameterNames.IndexOf(Space, parameter);
        if (!Space.Parameters[index].Contains(value))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Parameter '{parameter}' cannot have the value {value}; it must be one that the space allows. Give such a value."),
                nameof(value));
        }

        _trials.Steer(from => new Steering.Fix(from, index, value));
    }

    /// <summary>Gives a parameter the same choice in every proposal from now on; kept with the study.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <param name="choice">The choice as text, as files have it.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or it has no such choice.</exception>
    public void Fix(string parameter, string choice)
    {
        int index = ParameterNames.IndexOf(Space, parameter);
        int known = Space.Parameters[index] is CategoricalParameter choices
            ? Enumerable.Range(0, choices.Choices.Count).FirstOrDefault(i => PointJson.ToText(choices, i) == choice, -1)
            : throw new ArgumentException($"Parameter '{parameter}' is a number and cannot have the choice '{choice}'. Give a number.", nameof(choice));
        Fix(
            parameter,
            known >= 0
                ? known
                : throw new ArgumentException(
                    $"Parameter '{parameter}' has no choice '{choice}'; "
                    + $"it has {string.Join(", ", Enumerable.Range(0, choices.Choices.Count).Select(i => PointJson.ToText(choices, i)))}. Give one of these.",
                    nameof(choice)));
    }

    /// <summary>Proposes a numeric parameter within a part of its range from now on; kept with the study. <see cref="Free"/> takes it back.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <param name="low">The smallest value, included.</param>
    /// <param name="high">The largest value, included; not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">There is no such parameter, the values are none of it, no point obeys a relation within them and other
    /// parameters' ranges, or the trials have budgets.</exception>
    public void Narrow(string parameter, double low, double high)
    {
        int index = ParameterNames.IndexOf(Space, parameter);
        ParameterRange range = new(index, low, high);
        if (PeoplesRanges.Refusal(Header, range, Wishes.Ranges) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(low));
        }

        _trials.Steer(from => new Steering.Narrow(from, index, low, high));
    }

    /// <summary>Draws a parameter afresh from its law for every proposal from now on, whatever the sampler thinks of it; kept with the study.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public void Scramble(string parameter)
    {
        int index = ParameterNames.IndexOf(Space, parameter);
        _trials.Steer(from => new Steering.Scramble(from, index));
    }

    /// <summary>Learns a parameter anew: it is proposed after all others, from the trials that are asked for from now on; kept with the study.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public void Relearn(string parameter)
    {
        int index = ParameterNames.IndexOf(Space, parameter);
        _trials.Steer(from => new Steering.Relearn(from, index));
    }

    /// <summary>Lets the sampler choose a parameter again that was fixed, scrambled or relearned; kept with the study.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public void Free(string parameter)
    {
        int index = ParameterNames.IndexOf(Space, parameter);
        _trials.Steer(from => new Steering.Free(from, index));
    }

    /// <summary>Gets how many trials the study has when it is finished: those of the options, or what <see cref="SetTrials"/> said since.</summary>
    public int PlannedTrials => _control.Trials;

    /// <summary>Gets whether a search starts no new trials for the time being.</summary>
    public bool IsPaused => _control.IsPaused;

    /// <summary>Gets whether a search ends as soon as the running trials have ended.</summary>
    public bool IsStopping => _control.IsStopping;

    /// <summary>Starts no new trials until <see cref="Resume"/>; those that run go on. Time limits go on too. Not kept with the study.</summary>
    public void Pause() => _control.IsPaused = true;

    /// <summary>Starts new trials again.</summary>
    public void Resume() => _control.IsPaused = false;

    /// <summary>Ends the search when the running trials have ended, with <see cref="StopReason.Stopped"/>; it can be continued later.</summary>
    public void Stop() => _control.IsStopping = true;

    /// <summary>Ends a trial that <see cref="RunAsync"/> runs in this process; the search goes on.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <returns>Whether it ran here; false for one that has ended, runs in another process, or was asked for by <see cref="Ask"/>.</returns>
    /// <remarks>The trial is stopped as the end of the search would stop it: its token is cancelled, and its processes are killed after
    /// <see cref="Execution.Limits.TrialLimits.Grace"/>. It is recorded as failed with <see cref="FailureKind.Ended"/>, has no value, and is not run again;
    /// one that had its result already is complete all the same. Returns at once. Safe to call from any thread.</remarks>
    public bool EndTrial(int number) => _control.Running.End(number);

    /// <summary>Changes how many trials the study has when it is finished, as <see cref="StudyOptions.Trials"/>; not kept with the study.</summary>
    /// <param name="trials">Above 0; a number that is reached already ends the search.</param>
    public void SetTrials(int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        _control.Trials = trials;
    }

    /// <summary>Records a wish of a person.</summary>
    internal void Steer(Func<int, Steering> steering) => _trials.Steer(steering);

    /// <summary>Gets what people want of the parameters now.</summary>
    internal ParameterWishes Wishes
    {
        get
        {
            using (_store.Enter())
            {
                return ParameterWishes.Of(_store.Steering);
            }
        }
    }
}
