using Hypermax.TestSupport;
using Hypermax.Ui;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;
using Hypermax.Ui.Views;

namespace Hypermax.Tests.Ui;

/// <summary>What the console shows: whole screens as golden files, and rules that hold in every terminal.</summary>
public sealed class ScreenTests
{
    private static readonly UiState Help = new() { HasHelp = true };

    public static TheoryData<int> Screens => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Screens))]
    public void Screen_OfAnOrdinaryTerminal_IsTheVerifiedOne(int screen) =>
        Golden.Verify(
            Draw(UiModels.Searching, new UiState { Screen = (UiScreen)screen, Row = 2 }, new Area(80, HeightOf(screen))), variant: $"{(UiScreen)screen}");

    [Theory]
    [MemberData(nameof(Screens))]
    public void Screen_OfATinyTerminal_IsTheVerifiedOne(int screen) =>
        Golden.Verify(Draw(UiModels.Searching, new UiState { Screen = (UiScreen)screen }, new Area(20, 5)), variant: $"{(UiScreen)screen}");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Screen_WithoutUnicode_IsAsciiAlone(int screen)
    {
        string text = Draw(UiModels.Searching, new UiState { Screen = (UiScreen)screen }, new Area(80, 24, IsUnicode: false));

        Assert.All(text.Split('\n'), line => Assert.True(System.Text.Ascii.IsValid(line), line));
        Golden.Verify(text, variant: $"{(UiScreen)screen}");
    }

    [Fact]
    public void Screen_OfAWideTerminal_IsTheVerifiedOne() =>
        Golden.Verify(Draw(UiModels.Searching, new UiState { IsLog = true, Smoothing = 1 }, new Area(130, 36)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Screen_TrainingLossReported_IsDrawnBesideTheOther(bool isUnicode) => Golden.Verify(
        Draw(UiModels.Training, new UiState { Screen = UiScreen.Loss, IsLog = true }, new Area(100, 24, isUnicode)), variant: isUnicode ? "Braille" : "Ascii");

    [Theory]
    [InlineData("train_loss", true)]
    [InlineData("training.loss", true)]
    [InlineData("TrainingError", true)]
    [InlineData("lossTrain", true)]
    [InlineData("train", true)]
    [InlineData("TRAIN_RMSE", true)]
    [InlineData("train_seconds", false)]
    [InlineData("train_samples", false)]
    [InlineData("constraint", false)]
    [InlineData("val_loss", false)]
    [InlineData("trained", false)]
    [InlineData("", false)]
    public void TrainingMetric_AnyName_IsKnownByItsWords(string name, bool isTraining) => Assert.Equal(isTraining, TrainingMetric.IsTraining(name, "rmse"));

    // The original leaves whole losses out of its graph.
    [Fact]
    public void B48_WholeLosses_AreDrawn()
    {
        UiState loss = new() { Screen = UiScreen.Loss };
        int Dots(double shift) => Draw(UiModels.OfLosses([5 + shift, 3 + shift, 4 + shift, 1 + shift]), loss, new Area(80, 24, false))
            .Split('\n').Skip(4).Sum(line => line.Count(letter => letter == 'o'));

        Assert.True(Dots(0) >= 2);
        Assert.Equal(Dots(0.5), Dots(0));
    }

    [Fact]
    public void Screen_OfOneTrial_HasParametersErrorAndLog() =>
        Golden.Verify(Draw(UiModels.Searching, new UiState { Screen = UiScreen.Trials, Open = 7 }, new Area(80, 24)));

    [Fact]
    public void Screen_Help_NamesEveryKey() => Golden.Verify(Draw(UiModels.Searching, Help, new Area(100, 24)));

    [Fact]
    public void Screen_BeforeTheFirstTrial_IsTheVerifiedOne() => Golden.Verify(Draw(UiModels.Empty, new UiState(), new Area(80, 12)));

    [Fact]
    public void Screen_PromptAndNotice_StandInTheLastLine()
    {
        UiState typing = new() { Prompt = new UiPrompt(UiPromptKind.Guide, "lock model.depth 5") };
        UiState told = new() { Notice = "It did not work.", IsNoticeBad = true };

        Assert.Equal("guide> lock model.depth 5_", Lines(typing)[^1]);
        Assert.Equal("guide> lock model.depth 5_"[^12..], Lines(typing, width: 12)[^1]);
        Assert.Equal("It did not work.", Lines(told)[^1]);
    }

    [Fact]
    public void Screen_OfAnySize_FillsTheTerminalExactly()
    {
        UiState[] states =
        [
            Help,
            new() { Screen = UiScreen.Trials, Open = 7, Scroll = 1000 },
            new() { Screen = UiScreen.Trials, Filter = "nonsense" },
            new() { Screen = UiScreen.Trials, Filter = "loss<-5" },
            new() { Screen = UiScreen.Trials, Row = 1000, Column = 1000, Sort = "kind" },
            new() { Screen = UiScreen.Loss, Range = 5, Zoom = 3, IsLog = true },
            .. Enumerable.Range(0, 8).Select(screen => new UiState { Screen = (UiScreen)screen }),
        ];
        foreach (UiModel model in (UiModel[])[UiModels.Searching, UiModels.Empty, UiModels.NoParameters, UiModels.Wide])
        {
            foreach (UiState state in states)
            {
                foreach ((int width, int height) in ((int, int)[])[(1, 1), (2, 2), (5, 3), (20, 5), (33, 9), (49, 10), (80, 24), (131, 50)])
                {
                    Frame frame = Frame.Compose(model, state, new Area(width, height));

                    Assert.Equal(height, frame.Lines.Count);
                    Assert.All(frame.Lines, line => Assert.True(line.Width <= width, $"{state.Screen} at {width} x {height}: '{line.Plain}' has {line.Width}"));
                    Assert.All(frame.Lines, line => Assert.DoesNotContain(line.Plain, char.IsControl));
                }
            }
        }
    }

    [Fact]
    public void Screen_ScrolledTooFar_StopsAtTheEnd()
    {
        Frame frame = Frame.Compose(UiModels.Searching, new UiState { Screen = UiScreen.Method, Scroll = 100_000 }, new Area(80, 24));

        Assert.InRange(frame.State.Scroll, 1, 200);
        Assert.Contains(frame.Lines, line => line.Plain.StartsWith("trial 0 tpe/startup", StringComparison.Ordinal));
    }

    // The findings below the importances are worded elsewhere.
    private static int HeightOf(int screen) => screen == (int)UiScreen.Importance ? 10 : 24;

    private static string[] Lines(UiState state, int width = 80) =>
        [.. Frame.Compose(UiModels.Searching, state, new Area(width, 24)).Lines.Select(line => line.Plain)];

    private static string Draw(UiModel model, UiState state, Area area) =>
        string.Join('\n', Frame.Compose(model, state, area).Lines.Select(line => line.Plain.TrimEnd()));
}
