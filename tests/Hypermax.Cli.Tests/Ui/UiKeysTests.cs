using Hypermax.Studies.Guiding;
using Hypermax.Ui;
using Hypermax.Ui.Keys;
using Hypermax.Ui.Live;

namespace Hypermax.Tests.Ui;

/// <summary>What keys do: to what is looked at, and to the search.</summary>
public sealed class UiKeysTests
{
    private static readonly UiModel Model = UiModels.Searching;

    [Fact]
    public void Digits_AndTab_ShowScreens()
    {
        Assert.Equal(UiScreen.Trials, Press(new UiState(), "4").State.Screen);
        Assert.Equal(UiScreen.Loss, Press(new UiState(), ConsoleKey.Tab).State.Screen);
        Assert.Equal(UiScreen.Overview, Press(new UiState { Screen = UiScreen.Method }, ConsoleKey.Tab).State.Screen);
        Assert.True(Press(new UiState(), "?").State.HasHelp);
        Assert.False(Press(new UiState { HasHelp = true }, ConsoleKey.Escape).State.HasHelp);
    }

    [Fact]
    public void Table_Keys_ChooseSortFilterAndOpen()
    {
        UiState table = new() { Screen = UiScreen.Trials };

        Assert.Equal(2, Press(table, ConsoleKey.DownArrow, ConsoleKey.DownArrow).State.Row);
        Assert.Equal(41, Press(table, ConsoleKey.End).State.Row);
        Assert.Equal(0, Press(table, ConsoleKey.PageUp).State.Row);
        Assert.Equal(("status", false), Press(table, "s").State is var sorted ? (sorted.Sort, sorted.IsDescending) : default);
        Assert.False(Press(table, "S").State.IsDescending);
        Assert.Equal(41, Press(table, ConsoleKey.Enter).State.Open);
        Assert.Equal("end 41", Press(table, "k").State.Prompt?.Text);
        Assert.Null(Press(table, ConsoleKey.End).Then("k").State.Prompt);
        Assert.Equal(41, Assert.IsType<UiCommand.Guide>(Press(table, "k\r").Command).Request.Trial);
        Assert.Null(Press(table with { Open = 3 }, ConsoleKey.Escape).State.Open);

        UiState filtered = Press(table, "/status=fail").Then(ConsoleKey.Enter).State;
        Assert.Equal("status=fail", filtered.Filter);
        Assert.Equal(39, Press(filtered, ConsoleKey.Enter).State.Open);
        UiState wrong = Press(table, "/los<1").Then(ConsoleKey.Enter).State;
        Assert.Equal((string.Empty, true), (wrong.Filter, wrong.IsNoticeBad));
        Assert.Contains("'loss'", wrong.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_Keys_ChangeRangeSmoothingZoomAndScale()
    {
        UiState chart = Press(new UiState { Screen = UiScreen.Loss }, ConsoleKey.LeftArrow).Then("mzl").State;

        Assert.Equal((1, 1, 1, true), (chart.Range, chart.Smoothing, chart.Zoom, chart.IsLog));
        Assert.Equal(0, Press(chart, ConsoleKey.RightArrow, ConsoleKey.RightArrow).State.Range);
    }

    [Theory]
    [InlineData("p", GuideAction.Pause)]
    [InlineData("x\r", GuideAction.Stop)]
    [InlineData("gresume\r", GuideAction.Resume)]
    public void Keys_ForTheSearch_AreRequestsOfTheVerb(string keys, string action) =>
        Assert.Equal(action, Assert.IsType<UiCommand.Guide>(Press(new UiState(), keys).Command).Request.Action);

    [Fact]
    public void Trials_Typed_IsTheNewBudget() =>
        Assert.Equal(250, Assert.IsType<UiCommand.Guide>(Press(new UiState(), "t250\r").Command).Request.Trials);

    [Fact]
    public void Enqueue_Typed_TakesTheRestFromTheBestTrial()
    {
        GuideRequest request = Assert.IsType<UiCommand.Guide>(Press(new UiState(), "ekind='ada boost' model.depth=3\r").Command).Request;

        Assert.Equal("best", request.From);
        Assert.Equal([new("kind", "ada boost"), new("model.depth", "3")], request.Values);
    }

    [Fact]
    public void Space_Keys_AreAboutTheChosenParameter()
    {
        UiState space = new() { Screen = UiScreen.Space, Row = 1 };

        GuideRequest locked = Assert.IsType<UiCommand.Guide>(Press(space, "l\r").Command).Request;
        Assert.Equal((GuideAction.Lock, "model.depth"), (locked.Action, locked.Parameter));
        Assert.Equal(Model.Data.Best!.Point[1].ToString("R", System.Globalization.CultureInfo.InvariantCulture), locked.Value);
        Assert.Equal(GuideAction.Scramble, Assert.IsType<UiCommand.Guide>(Press(space, "c\r").Command).Request.Action);
        Assert.Equal(GuideAction.Relearn, Assert.IsType<UiCommand.Guide>(Press(space, "r\r").Command).Request.Action);
        Assert.Equal(GuideAction.Free, Assert.IsType<UiCommand.Guide>(Press(space, "f\r").Command).Request.Action);
    }

    [Theory]
    [InlineData("gpuase\r", "Did you mean 'pause'?")]
    [InlineData("glock\r", "too few words")]
    [InlineData("glock 'a\r", "does not close")]
    [InlineData("tmany\r", "no number of trials")]
    public void Prompt_Nonsense_IsSaidAndNothingHappens(string keys, string error)
    {
        (UiState state, UiCommand? command) = Press(new UiState(), keys).Result;

        Assert.Null(command);
        Assert.True(state.IsNoticeBad);
        Assert.Contains(error, state.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Prompt_Editing_ErasesAndForgets()
    {
        Assert.Equal("tria", Press(new UiState(), "t").Then(ConsoleKey.Backspace, ConsoleKey.Backspace, ConsoleKey.Backspace).State.Prompt!.Text);
        Assert.Null(Press(new UiState(), "t1").Then(ConsoleKey.Escape).State.Prompt);
        Assert.Equal("importances.csv", Assert.IsType<UiCommand.Export>(Press(new UiState(), "w\r").Command).Path);
        Assert.IsType<UiCommand.Leave>(Press(new UiState(), "q").Command);
    }

    [Fact]
    public void AnyKey_OnAnyScreen_OfAnEmptyStudy_DoesNotThrow()
    {
        foreach (UiModel model in (UiModel[])[UiModels.Empty, UiModels.NoParameters])
        {
            foreach (UiScreen screen in Enum.GetValues<UiScreen>())
            {
                foreach (ConsoleKeyInfo key in Enum.GetValues<ConsoleKey>().Select(Key).Concat(Enumerable.Range(32, 95).Select(code => Key((char)code))))
                {
                    UiKeys.Press(model, new UiState { Screen = screen }, key);
                }
            }
        }
    }

    private static Pressed Press(UiState state, string keys) => new Pressed((state, null)).Then(keys);

    private static Pressed Press(UiState state, params ConsoleKey[] keys) => new Pressed((state, null)).Then(keys);

    private static ConsoleKeyInfo Key(char key) => new(key, key == '\r' ? ConsoleKey.Enter : 0, shift: false, alt: false, control: false);

    private static ConsoleKeyInfo Key(ConsoleKey key) => new('\0', key, shift: false, alt: false, control: false);

    private sealed record Pressed((UiState State, UiCommand? Command) Result)
    {
        public UiState State => Result.State;

        public UiCommand? Command => Result.Command;

        public Pressed Then(string keys) => keys.Aggregate(this, (pressed, key) => new Pressed(UiKeys.Press(Model, pressed.State, Key(key))));

        public Pressed Then(params ConsoleKey[] keys) => keys.Aggregate(this, (pressed, key) => new Pressed(UiKeys.Press(Model, pressed.State, Key(key))));
    }
}
