using Hypermax.Spaces;
using Hypermax.Summary;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>The space: ranges, conditions, the best value of each parameter, and what people want of it; one row chosen.</summary>
internal static class SpaceView
{
    public static IReadOnlyList<ScreenLine> Lines(UiModel model, UiState state, Area area)
    {
        SearchSpace space = model.Header.Space;
        if (space.Count == 0)
        {
            return ["The space has no parameters."];
        }

        int chosen = Math.Clamp(state.Row, 0, space.Count - 1);
        int visible = Math.Max(1, area.Height - 1);
        int first = Math.Clamp(chosen - (visible / 2), 0, Math.Max(0, space.Count - visible));
        int name = Math.Clamp(space.Parameters.Max(parameter => CellText.Width(parameter.Name)), 9, Math.Max(9, area.Width / 4));
        int range = Math.Clamp((area.Width - name) / 3, 8, 40);
        int best = Math.Clamp(area.Width / 6, 6, 20);
        List<ScreenLine> lines =
        [
            new Piece($"  {CellText.Fit("parameter", name)}  {CellText.Fit("range", range)}  {CellText.Fit("best", best)}  guidance", Tone.Head),
        ];
        foreach (int i in Enumerable.Range(first, Math.Min(visible, space.Count - first)))
        {
            Parameter parameter = space.Parameters[i];
            string value = model.Data.Best is { } trial && trial.Point.Has(i) ? Words.Value(parameter, trial.Point[i]) : area.Dash;
            string wish = WishText.Of(model, i);
            string when = parameter.Conditions.Count == 0
                ? string.Empty
                : $"if {string.Join(" and ", parameter.Conditions.Select(condition => Words.Condition(space, condition)))}";
            string text = $"{CellText.Fit(parameter.Name, name)}  {CellText.Fit(Words.Range(parameter), range)}  {CellText.Fit(value, best)}  ";
            bool isChosen = i == chosen;
            ScreenLine line = new(
                (isChosen ? area.Arrow : " ") + " ",
                text,
                new Piece(wish, Tone.Warn),
                new Piece((wish.Length > 0 && when.Length > 0 ? "  " : string.Empty) + when, Tone.Faint));
            lines.Add(isChosen ? line.In(Tone.Chosen) : line);
        }

        return lines;
    }
}
