using System.CommandLine;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.Usage;

namespace Hypermax.SearchFile;

/// <summary>The verb <c>hypermax search</c>, which needs no name: runs a configuration of Hypermax.</summary>
internal static class SearchCommand
{
    /// <summary>The name of the verb.</summary>
    public const string Name = "search";

    public static Command Create() =>
        Complete(new Command(Name, "Runs the search of a configuration; 'hypermax FILE' is the same."), static (options, _) => options);

    /// <summary>Gives a verb what every search of a configuration takes on the command line, and its action.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="adapt">Changes what is asked for by what else the verb takes.</param>
    /// <returns>The verb.</returns>
    internal static Command Complete(Command command, Func<FileSearchOptions, ParseResult, FileSearchOptions> adapt)
    {
        Argument<string> file = new("file") { Description = "The configuration: search.json or search.yaml, see docs/formats/search-json.md." };
        Argument<string?> folder = new("results")
        {
            Description = "The folder of results; one that holds results is gone on with. Without it a new one, results_0, results_1 …, "
                + "or the newest unfinished one of the same search.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> resume = new("--resume") { Description = "Goes on with unfinished results of the same search without a question." };
        Option<bool> fresh = new("--new") { Description = "Begins a new folder of results without a question." };
        Option<string[]> properties = new("--property", "-p")
        {
            Description = "A setting as NAME=VALUE that counts before the file, such as HypertuneTrials=200. May be given several times.",
            DefaultValueFactory = _ => [],
        };
        command.Add(file);
        command.Add(folder);
        command.Add(resume);
        command.Add(fresh);
        command.Add(properties);
        IReadOnlyList<Option> store = Shortcuts.CreateStore();
        foreach (Option option in store)
        {
            command.Add(option);
        }

        command.AddRule(result => result.GetValue(resume) && result.GetValue(fresh)
            ? "--resume goes on with earlier results and --new does not; give one of the two."
            : null);
        SearchOutputOptions show = new();
        show.AddTo(command);
        command.SetAction(parsed =>
        {
            FileSearchOptions options = new()
            {
                File = parsed.GetRequiredValue(file),
                Folder = parsed.GetValue(folder),
                Resume = parsed.GetValue(resume) ? true : parsed.GetValue(fresh) ? false : null,
                Properties = parsed.GetValue(properties) ?? [],
                Shortcuts = Shortcuts.Read(store, parsed),
                Ask = Question.Asker(),
            };
            return RunAsync(adapt(options, parsed), show, parsed);
        });
        return command;
    }

    private static async Task<int> RunAsync(FileSearchOptions options, SearchOutputOptions show, ParseResult parsed)
    {
        using StopSignal stop = new(input: null);
        using SearchOutput output = new(show, parsed, stop);
        FileSearch search = new(options, output.Lines, Console.Error, TimeProvider.System) { Observers = output.Observers };
        return await SearchVerb.GuardAsync(search.RunAsync, output.Lines, Console.Error, stop.Token).ConfigureAwait(false);
    }
}
