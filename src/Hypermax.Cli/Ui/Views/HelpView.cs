using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>All keys.</summary>
internal static class HelpView
{
    private static readonly (string Keys, string Meaning)[] Rows =
    [
        ("1 … 8, Tab", "screens: overview, loss, running, trials, failed, importance, space, method"),
        ("up down PgUp PgDn Home End", "choose a row, or scroll"),
        ("left right", "trials: move the columns; loss: fewer or more trials"),
        ("Enter", "trials, failed: show the trial whole, with its log"),
        ("Esc", "back; forget the filter"),
        ("s S", "trials: sort by the next column, turn the order round"),
        ("/", "trials: filter, such as loss<0.1 kind=a error~memory"),
        ("k", "trials: end the one that runs; the search goes on"),
        ("m z l", "loss: smoothing, zoom into the best, logarithmic axis"),
        ("l n f c r", "space: lock at a value, narrow, free, scramble, relearn the parameter"),
        ("e", "enqueue a point: NAME=VALUE …, the others from the best trial"),
        ("p", "pause, go on"),
        ("x", "end the search after the running trials"),
        ("t", "how many trials in all"),
        ("g", "any of these as 'hypermax guide' takes them"),
        ("w", "write importances and correlations to a file"),
        ("o", "open the report"),
        ("q", "leave this console; the search goes on in plain lines"),
        ("Ctrl-C", "end the search now; finished trials are kept"),
    ];

    public static IReadOnlyList<ScreenLine> Lines(Area area)
    {
        int keys = area.Width < 60 ? 12 : 28;
        string Shown(string text) => area.IsUnicode ? text : text.Replace("…", "...", StringComparison.Ordinal);
        return [.. Rows.Select(row => new ScreenLine(new Piece(CellText.Fit(Shown(row.Keys), keys), Tone.Key), Shown(row.Meaning)))];
    }
}
