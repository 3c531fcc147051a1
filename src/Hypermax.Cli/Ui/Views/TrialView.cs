using Hypermax.Folder;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>One trial whole: parameters, metrics, error and log, longer than the screen as a rule.</summary>
internal static class TrialView
{
    private const int LogLines = 2000;

    public static IReadOnlyList<ScreenLine> Lines(UiModel model, int number, Area area)
    {
        if (model.Data.Trials.FirstOrDefault(trial => trial.Number == number) is not { } trial)
        {
            return [FormattableString.Invariant($"There is no trial {number}.")];
        }

        return
        [
            .. TrialPage.Lines(model.Header, trial, model.LogOf(number, LogLines))
                .SelectMany(line => CellText.Wrap(line, area.Width).Select(part => new ScreenLine(new Piece(part, ToneOf(line))))),
        ];
    }

    private static Tone ToneOf(string line) => line.Length > 0 && line[0] != ' ' ? Tone.Head : Tone.Plain;
}
