using System.CommandLine;
using System.Text;
using Hypermax.Ui;

namespace Hypermax.Search;

/// <summary>How a search is shown to whoever started it: on the whole terminal, in plain lines, or as JSON lines.</summary>
internal sealed class SearchOutput : IDisposable
{
    private readonly StreamWriter _output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    /// <summary>Chooses.</summary>
    /// <param name="options">What was asked for on the command line.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="stop">Ends the search.</param>
    public SearchOutput(SearchOutputOptions options, ParseResult parsed, StopSignal stop)
    {
        bool isJson = parsed.GetValue(options.Json);
        Lines = new SearchLines(_output, isForBuild: false, Console.Error) { Format = isJson ? SearchJson.Message : null };
        Observers = isJson ? [new SearchJson(Lines)]
            : !parsed.GetValue(options.NoUi) && TerminalFacts.IsThere ? [new SearchUi(Lines, stop.Token)]
            : [];
        stop.OutlivesTerminal = Observers is [SearchUi];
    }

    /// <summary>Gets what takes lines.</summary>
    public SearchLines Lines { get; }

    /// <summary>Gets who follows the search.</summary>
    public IReadOnlyList<ISearchObserver> Observers { get; }

    public void Dispose()
    {
        try
        {
            _output.Dispose();
        }
        catch (IOException)
        {
            // Nobody is there any more to read what is left.
        }
    }
}
