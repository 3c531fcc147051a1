using System.CommandLine;

namespace Hypermax.Search;

/// <summary>The options of verbs that search about how the search is shown.</summary>
internal sealed class SearchOutputOptions
{
    public Option<bool> NoUi { get; } = new("--no-ui") { Description = "Says plain lines, on a terminal too, where the whole of it would be used." };

    public Option<bool> Json { get; } = new("--json") { Description = "Writes JSON lines for programs: docs/formats/search-lines.md." };

    public void AddTo(Command command)
    {
        command.Add(NoUi);
        command.Add(Json);
    }
}
