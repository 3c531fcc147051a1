using Hypermax.Build.Protocol;

namespace Hypermax.Search;

/// <summary>Says things to the build that started the coordinator, or to the person who did.</summary>
/// <remarks>Safe to use from several threads at once; every line is written whole and at once.</remarks>
/// <param name="output">Takes the lines.</param>
/// <param name="isForBuild">Whether they are written as the build reads them, and not as people do.</param>
/// <param name="errors">Takes the errors and warnings that people read; the output when null.</param>
internal sealed class SearchLines(TextWriter output, bool isForBuild, TextWriter? errors = null)
{
    private readonly Lock _lock = new();
    private List<CoordinatorLine>? _held;

    /// <summary>Gets how many errors were said.</summary>
    public int Errors { get; private set; }

    /// <summary>Gets how lines are written in the place of the form for people, or null; null for one that is not written.</summary>
    public Func<CoordinatorLine, string?>? Format { get; init; }

    /// <summary>Gets what is held back, as people read it.</summary>
    public IReadOnlyList<string> Held
    {
        get
        {
            lock (_lock)
            {
                return _held is null ? [] : [.. _held.Select(line => line.ToReadable().Split('\n')[0])];
            }
        }
    }

    /// <summary>Gets or sets who else is told what is reported.</summary>
    public Action<BuildRule, string, SourcePosition?>? Heard { get; set; }

    public void Progress(string text) => Write(new CoordinatorLine(LineKind.Progress, text));

    public void Message(string text) => Write(new CoordinatorLine(LineKind.Message, text));

    /// <summary>Says what happened in this build alone, so that a build that finds the search up to date does not say it again.</summary>
    public void Once(string text) => Write(new CoordinatorLine(LineKind.Message, text) { Code = CoordinatorLine.Once });

    public void Detail(string text) => Write(new CoordinatorLine(LineKind.Detail, text));

    /// <summary>Names a file without which the search is not up to date.</summary>
    public void File(string path) => Write(new CoordinatorLine(LineKind.File, path));

    /// <summary>Names a tuned file whose content changed.</summary>
    public void Tuned(string path) => Write(new CoordinatorLine(LineKind.Tuned, path));

    /// <summary>Reports what a rule is about, as an error, a warning or for information as the rule says.</summary>
    public void Say(BuildRule rule, string text, SourcePosition? position = null)
    {
        Heard?.Invoke(rule, text, position);
        Write(new CoordinatorLine(rule.Severity, text)
        {
            Code = rule.Id,
            File = position?.File ?? string.Empty,
            Line = position?.Line ?? 0,
            Column = position?.Column ?? 0,
        });
    }

    /// <summary>Holds lines for people back, as the terminal is used otherwise; where the search stands is then shown there.</summary>
    public void Hold()
    {
        lock (_lock)
        {
            _held ??= [];
        }
    }

    /// <summary>Writes what was held back, and from now on everything at once.</summary>
    public void Release()
    {
        lock (_lock)
        {
            List<CoordinatorLine> held = _held ?? [];
            _held = null;
            held.ForEach(Print);
        }
    }

    /// <summary>Writes a line as it is.</summary>
    public void Raw(string line)
    {
        lock (_lock)
        {
            Try(() =>
            {
                output.WriteLine(line);
                output.Flush();
            });
        }
    }

    private void Write(CoordinatorLine line)
    {
        lock (_lock)
        {
            Errors += line.Kind == LineKind.Error ? 1 : 0;
            if (isForBuild)
            {
                output.WriteLine(line.ToString());
            }
            else if (line.Kind is not (LineKind.File or LineKind.Tuned or LineKind.Detail))
            {
                Print(line);
                return;
            }

            output.Flush();
        }
    }

    // Nobody is there any more to read it: that is no reason to end a search.
    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
        }
    }

    private void Print(CoordinatorLine line)
    {
        if (_held is not null)
        {
            if (line.Kind != LineKind.Progress)
            {
                _held.Add(line);
            }

            return;
        }

        if (Format is not null)
        {
            if (Format(line) is { } text)
            {
                Raw(text);
            }

            return;
        }

        TextWriter taker = line.Kind is LineKind.Error or LineKind.Warning ? errors ?? output : output;
        Try(() =>
        {
            taker.WriteLine(line.ToReadable());
            taker.Flush();
        });
    }
}
