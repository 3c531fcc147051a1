using Hypermax.Build.Protocol;

namespace Hypermax.Tune;

/// <summary>Shows the first failing trial of a search, with its parameters and the command that repeats it alone.</summary>
internal sealed class FirstFailure(TuneArguments arguments, string study, SearchSpace space, SourcePosition objective, BuildLines lines)
{
    private bool _wasShown;

    /// <summary>Looks at a finished trial.</summary>
    public void Look(TrialRecord trial)
    {
        if (_wasShown || trial.State != TrialState.Failed)
        {
            return;
        }

        _wasShown = true;
        lines.Say(BuildRules.TrialFailed, Text(trial), Positions.Of(arguments, trial.Outcome?.Position ?? objective));
    }

    private string Text(TrialRecord trial) => string.Join(
        Environment.NewLine,
        FormattableString.Invariant($"Trial {trial.Number} of '{study}' failed ({trial.Outcome?.Failure}): {TrialText.FirstLine(trial.Outcome?.Message)} The search goes on."),
        $"  parameters: {TrialText.Point(space, trial.Point)}",
        FormattableString.Invariant($"  repeat it alone: dotnet build \"{arguments.Project}\" -t:Hypertune -p:HypertuneStudy={study} -p:HypertuneRepeat={trial.Number}"));
}
