using System.Diagnostics;
using Hypermax.Folder;
using Hypermax.Studies.Guiding;
using Hypermax.Ui.Keys;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;
using Hypermax.Ui.Views;

namespace Hypermax.Ui;

/// <summary>The console itself: draws what there is, and does what keys ask for, until somebody leaves.</summary>
/// <param name="source">Where facts come from.</param>
/// <param name="terminal">Where to draw.</param>
/// <param name="keys">Where keys come from.</param>
/// <param name="area">Tells the room there is.</param>
internal sealed class UiLoop(IUiSource source, Terminal terminal, IKeys keys, Func<Area> area)
{
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(250);

    // A frame may take up to this part of the time.
    private const int MostShare = 5;

    private UiState _state = new();

    /// <summary>Gets whether anybody ever pressed a key.</summary>
    public bool WasTouched { get; private set; }

    /// <summary>Runs until somebody leaves.</summary>
    /// <param name="isOver">Tells whether to leave although nobody asked for it.</param>
    /// <exception cref="IOException">The terminal is gone.</exception>
    public void Run(Func<bool> isOver)
    {
        terminal.Enter();
        try
        {
            bool isLeaving = false;
            while (!isLeaving && !isOver() && !keys.IsOver)
            {
                long started = Stopwatch.GetTimestamp();
                UiModel model = source.Read();
                while (!isLeaving && keys.TryTake(out ConsoleKeyInfo key))
                {
                    WasTouched = true;
                    isLeaving = Press(model, key);
                    model = source.Read();
                }

                Area room = area();
                Frame frame = Frame.Compose(model, _state, room);
                _state = frame.State;
                terminal.Show(frame, room);
                TimeSpan pause = Stopwatch.GetElapsedTime(started) * MostShare;
                keys.Wait(pause > BetweenFrames ? pause : BetweenFrames);
            }
        }
        finally
        {
            terminal.Leave();
        }
    }

    private bool Press(UiModel model, ConsoleKeyInfo key)
    {
        (_state, UiCommand? command) = UiKeys.Press(model, _state, key);
        switch (command)
        {
            case UiCommand.Leave:
                return true;

            case UiCommand.Guide guide:
                GuideAnswer answer = source.Guide(guide.Request);
                Tell(answer.Text, answer.IsDone);
                break;

            case UiCommand.Export export:
                Try(() =>
                {
                    ImportanceExport.Write(export.Path, model.Analysis);
                    return $"Written to {Path.GetFullPath(export.Path)}.";
                });
                break;

            case UiCommand.OpenReport:
                string report = Path.Combine(source.Folder, "report.html");
                Try(() => !File.Exists(report) ? "There is no report yet."
                    : OpenCommand.Start(report) ? $"Opened {report}." : $"The system has no program to open it with; it is {report}.");
                break;
        }

        return false;
    }

    private void Try(Func<string> action)
    {
        try
        {
            Tell(action(), isDone: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Tell(error.Message, isDone: false);
        }
    }

    private void Tell(string notice, bool isDone) => _state = _state with { Notice = notice, IsNoticeBad = !isDone };
}
