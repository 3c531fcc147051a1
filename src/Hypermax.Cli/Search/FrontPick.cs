using Hypermax.Build.Protocol;
using Hypermax.Fronts.Choosing;
using Hypermax.Reports;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>Chooses the trial of a front that becomes the tuned values, when a search has ended.</summary>
/// <remarks>What nobody says is as in the tuned file, so that a choice once made lasts; see docs/decisions/0210.</remarks>
internal sealed class FrontPick(SearchTask task, Study study, SearchLines lines)
{
    /// <summary>Chooses a trial.</summary>
    /// <param name="recorded">How the tuned file says that its trial was chosen, or null.</param>
    /// <param name="chosen">The trial; null for a study with one objective, or one without a feasible trial.</param>
    /// <returns>Whether the choice that was asked for could be made; else an error was said, and the tuned file is to stay as it is.</returns>
    public bool TryChoose(string? recorded, out ChosenTrial? chosen)
    {
        chosen = null;
        if (study.Header.Directions.Count < 2 || study.Front.Count == 0)
        {
            return true;
        }

        if (task.Plan.Choice is not { } asked)
        {
            chosen = Recorded(recorded) ?? Choose(new KneeChoice());
            return true;
        }

        try
        {
            chosen = Choose(asked);
            return true;
        }
        catch (ChoiceException error)
        {
            SettingSet settings = task.Plan.Settings;
            lines.Say(
                BuildRules.BadSetting,
                $"{settings.SubjectOf(FigureSettings.Choose)} is '{asked.Text}', but {error.Message}. "
                + "Choose one of them, another limit, or knee; the tuned file stays as it is.",
                task.PositionOf());
            return false;
        }
    }

    // A choice of an earlier search that nothing fits any more is no mistake of this one.
    private ChosenTrial? Recorded(string? recorded)
    {
        if (recorded is null or FrontChoice.Knee)
        {
            return null;
        }

        try
        {
            return Choose(FrontChoice.Parse(recorded, study.Header.ObjectiveNames, study.Header.Constraints.Select(constraint => constraint.Name)));
        }
        catch (ChoiceException error)
        {
            lines.Message($"  the tuned file was chosen by '{recorded}', but {error.Message}; it holds the knee now");
            return null;
        }
    }

    private ChosenTrial Choose(FrontChoice choice) => new(choice.Of(study.Front, study.Header, study.Trials), choice.Text);
}
