using System.Text;
using Hypermax.Ui.Text;
using Hypermax.Ui.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hypermax.Ui;

/// <summary>The terminal: takes the whole screen, shows frames, and gives everything back as it was.</summary>
/// <remarks>Only lines that changed are written. Not safe to use from several threads, apart from <see cref="Leave"/>.</remarks>
internal sealed class Terminal
{
    // Another screen, cleared, without a cursor; and back.
    private const string EnterText = "\u001b[?1049h\u001b[?25l\u001b[2J";
    private const string LeaveText = "\u001b[?25h\u001b[?1049l";

    private readonly StringBuilder _text = new();
    private readonly IAnsiConsole _console;
    private readonly Stream _output;
    private readonly Lock _lock = new();
    private string[] _shown = [];
    private (int Width, int Height) _size;
    private bool _isEntered;

    /// <param name="output">Standard output.</param>
    /// <param name="hasColours">Whether there are colours.</param>
    public Terminal(Stream output, bool hasColours)
    {
        _output = output;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = hasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new StringWriter(_text, System.Globalization.CultureInfo.InvariantCulture)),
        });
        _console.Profile.Width = 10_000;
    }

    /// <summary>Takes the screen.</summary>
    public void Enter()
    {
        lock (_lock)
        {
            Write(EnterText);
            _isEntered = true;
            _shown = [];
        }
    }

    /// <summary>Gives the screen back; what was written before it was taken is there again.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            if (_isEntered)
            {
                _isEntered = false;
                Write(LeaveText);
            }
        }
    }

    /// <summary>Shows a frame.</summary>
    public void Show(Frame frame, Area area)
    {
        string[] rows = [.. frame.Lines.Select(line => Escapes(line.Fill(area.Width, line.IsChosen ? Tone.Chosen : Tone.Plain)))];
        StringBuilder text = new();
        if (_size != (area.Width, area.Height))
        {
            _size = (area.Width, area.Height);
            _shown = [];
            text.Append("\u001b[2J");
        }

        for (int i = 0; i < rows.Length; i++)
        {
            if (i >= _shown.Length || _shown[i] != rows[i])
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\u001b[{i + 1};1H{rows[i]}");
            }
        }

        lock (_lock)
        {
            if (_isEntered && text.Length > 0)
            {
                Write(text.ToString());
            }
        }

        _shown = rows;
    }

    private string Escapes(ScreenLine line)
    {
        _text.Clear();
        _console.Write(new Segments([.. line.Pieces.Select(piece => new Segment(piece.Text, StyleOf(piece.Tone)))]));
        return _text.ToString();
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Faint => new Style(decoration: Decoration.Dim),
        Tone.Head => new Style(decoration: Decoration.Bold),
        Tone.Key => new Style(Color.Aqua),
        Tone.Good => new Style(Color.Green),
        Tone.Bad => new Style(Color.Red),
        Tone.Warn => new Style(Color.Yellow),
        Tone.Mark => new Style(Color.Green, decoration: Decoration.Bold),
        Tone.Chosen => new Style(decoration: Decoration.Invert),
        _ => Style.Plain,
    };

    private void Write(string text)
    {
        _output.Write(Encoding.UTF8.GetBytes(text));
        _output.Flush();
    }

    private sealed class Segments(IReadOnlyList<Segment> segments) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => segments;
    }
}
