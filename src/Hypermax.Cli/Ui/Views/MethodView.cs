using Hypermax.Search;
using Hypermax.Summary;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>What the method chose and why: its phases, and the reasons of the last proposals.</summary>
internal static class MethodView
{
    private const int Last = 50;

    public static IReadOnlyList<ScreenLine> Lines(UiModel model, Area area)
    {
        string options = model.Header.MethodOptions is { Length: > 0 } given ? $" with {given}" : string.Empty;
        List<ScreenLine> lines =
        [
            new ScreenLine(new Piece($"{model.Header.Method}{options}", Tone.Head), FormattableString.Invariant($"  seed {model.Header.Seed}")),
        ];
        foreach (ProposalGroup group in ProposalGroup.Of(model.Data))
        {
            lines.AddRange(CellText.Wrap($"{group}", area.Width).Select((line, i) => (ScreenLine)(i == 0 ? line : "  " + line)));
        }

        lines.Add(ScreenLine.Empty);
        foreach (TrialRecord trial in model.Data.Trials.Reverse().Take(Last))
        {
            Insight insight = trial.Insight ?? new Insight("unknown");
            string expected = double.IsNaN(insight.Expected) ? string.Empty
                : $" expected {TrialText.Value(insight.Expected)}{(double.IsNaN(insight.Spread) ? string.Empty : $" ± {TrialText.Value(insight.Spread)}")}";
            string value = trial.IsComplete ? $", got {TrialText.Value(trial.Value)}" : string.Empty;
            lines.Add(new ScreenLine(new Piece(FormattableString.Invariant($"trial {trial.Number}"), Tone.Mark), $" {insight.Method}{expected}{value}"));
            lines.AddRange(insight.Note is null
                ? []
                : CellText.Wrap(insight.Note, area.Width - 2).Select(line => new ScreenLine(new Piece($"  {line}", Tone.Faint))));
        }

        return lines;
    }
}
