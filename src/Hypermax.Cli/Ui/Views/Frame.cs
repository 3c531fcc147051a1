using Hypermax.Search;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>A whole screen: what is always there around the view that is shown, in exactly the lines of the terminal.</summary>
/// <param name="Lines">As many as the terminal has, none wider than it.</param>
/// <param name="State">What is looked at, with scrolling that goes no further than there is text.</param>
internal sealed record Frame(IReadOnlyList<ScreenLine> Lines, UiState State)
{
    private static readonly string[] Names = ["Overview", "Loss", "Running", "Trials", "Failed", "Importance", "Space", "Method"];

    /// <summary>Composes a screen; a terminal too small for all of it keeps the figures and the view.</summary>
    public static Frame Compose(UiModel model, UiState state, Area area)
    {
        int height = Math.Max(1, area.Height);
        int width = Math.Max(1, area.Width);
        List<ScreenLine> head = [Title(model, width)];
        if (height >= 10)
        {
            head.Add(Tabs(state, width));
            head.Add(ScreenLine.Empty);
        }

        int foot = height >= 3 ? 1 : 0;
        Area body = area with { Width = width, Height = Math.Max(0, height - head.Count - foot) };
        IReadOnlyList<ScreenLine> text = View(model, state, body);
        int scroll = Math.Clamp(state.Scroll, 0, Math.Max(0, text.Count - body.Height));
        ScreenLine[] shown = [.. text.Skip(scroll).Take(body.Height)];
        IEnumerable<ScreenLine> blanks = Enumerable.Repeat(ScreenLine.Empty, body.Height - shown.Length);
        IEnumerable<ScreenLine> last = foot == 1 ? [Foot(model, state, text.Count - body.Height, width)] : [];
        IEnumerable<ScreenLine> all = [.. head, .. shown, .. blanks, .. last];
        return new Frame([.. all.Take(height).Select(line => line.Cut(width, area.IsUnicode))], state with { Scroll = scroll });
    }

    private static IReadOnlyList<ScreenLine> View(UiModel model, UiState state, Area area) => state switch
    {
        { HasHelp: true } => HelpView.Lines(area),
        { Open: int number } => TrialView.Lines(model, number, area),
        { Screen: UiScreen.Loss } => LossChart.Lines(model, state, area),
        { Screen: UiScreen.Running } => RunningView.Lines(model, area),
        { Screen: UiScreen.Trials or UiScreen.Failed } => TrialsView.Lines(model, state, area),
        { Screen: UiScreen.Importance } => ImportanceView.Lines(model, area),
        { Screen: UiScreen.Space } => SpaceView.Lines(model, state, area),
        { Screen: UiScreen.Method } => MethodView.Lines(model, area),
        _ => OverviewView.Lines(model, state, area),
    };

    private static ScreenLine Title(UiModel model, int width)
    {
        StudyCounts counts = StudyCounts.Of(model);
        string done = model.Planned > 0 ? FormattableString.Invariant($"{model.Counted}/{model.Planned}") : FormattableString.Invariant($"{model.Counted}");
        string best = model.Data.Best is { } trial ? $" {(model.Data.HasFront ? "knee" : "best")} {TrialText.Values(trial)}" : string.Empty;
        string state = model.Ended is not null ? " ENDED" : model.IsStopping ? " ENDING" : model.IsPaused ? " PAUSED" : string.Empty;
        ScreenLine brief = new(new Piece(done, Tone.Head), new Piece(best, Tone.Mark), new Piece(state, Tone.Warn));
        if (width < 50)
        {
            return brief;
        }

        return new ScreenLine(
        [
            new Piece($"{model.Header.Name}  ", Tone.Head),
            new Piece($"{model.Header.Method}, {model.Data.Direction.ToWord()}  ", Tone.Faint),
            .. brief.Pieces,
            FormattableString.Invariant($"  {counts.Running} running"),
            new Piece(counts.Failed > 0 ? FormattableString.Invariant($"  {counts.Failed} failed") : string.Empty, Tone.Bad),
        ]);
    }

    private static ScreenLine Tabs(UiState state, int width)
    {
        bool isShort = width < 76;
        return new ScreenLine([.. Names.SelectMany((name, i) => (Piece[])
        [
            new Piece(FormattableString.Invariant($"{i + 1}"), Tone.Key),
            (int)state.Screen == i ? new Piece($"[{(isShort ? name[..3] : name)}]", Tone.Chosen) : new Piece($" {(isShort ? name[..3] : name)} ", Tone.Faint),
        ])]);
    }

    private static ScreenLine Foot(UiModel model, UiState state, int hidden, int width)
    {
        if (state.Prompt is { } prompt)
        {
            string ask = prompt.Kind switch { UiPromptKind.Guide => "guide", UiPromptKind.Filter => "filter", _ => "write to" };
            string room = $"{ask}> {prompt.Text}_";

            // The end of what is typed matters.
            return new Piece(room.Length > width ? room[^width..] : room, Tone.Key);
        }

        if (state.Notice is { } notice)
        {
            return new Piece(notice, state.IsNoticeBad ? Tone.Bad : Tone.Good);
        }

        string scroll = hidden > 0 ? "up/down scroll  " : string.Empty;
        string keys = state switch
        {
            { HasHelp: true } or { Open: not null } => $"{scroll}Esc back",
            { Screen: UiScreen.Loss } => "left/right range  m smoothing  z zoom  l log",
            { Screen: UiScreen.Trials or UiScreen.Failed } => "Enter open  s sort  / filter  k end  arrows move",
            { Screen: UiScreen.Space } => "l lock  n narrow  f free  c scramble  r relearn",
            { Screen: UiScreen.Importance } => $"{scroll}w write",
            { Screen: UiScreen.Overview } => "1-8 screens  p pause  x stop  t trials",
            _ => $"{scroll}1-8 screens",
        };
        string end = model.Ended is not null ? "q leave" : "q lines";
        return width < 30 ? new Piece($"? help  {end}", Tone.Key) : new Piece($"{keys}  g guide  ? help  {end}", Tone.Key);
    }
}
