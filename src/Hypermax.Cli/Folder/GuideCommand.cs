using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hypermax.Reports;
using Hypermax.Stores;
using Hypermax.Studies.Guiding;
using Hypermax.Usage;

namespace Hypermax.Folder;

/// <summary>The verb <c>hypermax guide</c>: steers the search of a folder or of a store, whether it runs in another process or begins later.</summary>
internal static class GuideCommand
{
    private const string Usage = "lock NAME [VALUE] (by default the best trial's value), range NAME LOW HIGH, free NAME, scramble NAME, relearn NAME, "
        + "enqueue [NAME=VALUE …] (with --from best, default or a trial for the others), pause, resume, stop (after the running trials), "
        + "trials N, end TRIAL (one that runs), status";

    public static Command Create()
    {
        Argument<DirectoryInfo?> folder = new("folder")
        {
            Description = "The folder of a study; with --store it is left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Argument<string?> action = new("action") { Description = $"One of: {Usage}.", Arity = ArgumentArity.ZeroOrOne };
        Argument<string[]> words = new("words") { Description = "What the action is about.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> store = new("--store")
        {
            Description = "The store that keeps the study, such as postgres://user@host/database, in the place of a folder.",
        };
        Option<string?> study = new("--study") { Description = "With --store: the name of the study." };
        Option<string?> from = new("--from")
        {
            Description = "With enqueue: where values come from that are not given: best, default, or the number of a trial.",
        };
        Option<double> wait = new Option<double>("--wait")
        {
            Description = "How many seconds a running search may take to answer.",
            DefaultValueFactory = _ => 30,
        }.Within(0.1, 86400);
        Option<bool> json = JsonOutput.Option();
        Command command = new("guide", "Steers a search: parameters, points to be tried, pauses, its end and that of one of its trials.")
        {
            folder, action, words, store, study, from, wait, json,
        };
        command.AddRule(result => Problem(Words(result), result.GetValue(store), result.GetValue(study)));
        command.SetAction(parsed =>
        {
            string[] all = Words(parsed.CommandResult);
            TimeSpan patience = TimeSpan.FromSeconds(parsed.GetValue(wait));
            TextWriter output = VisibleWriter.Output(parsed.GetValue(json));
            if (parsed.GetValue(store) is not { } address)
            {
                return Run(
                    Path.GetFullPath(all[0]), all[1..], parsed.GetValue(from), patience, parsed.GetValue(json), output, Console.Error);
            }

            SeenPassword.Warn([address], Console.Error);
            return Run(
                request => StudyGuide.Ask(address, parsed.GetValue(study)!, request, patience),
                all,
                parsed.GetValue(from),
                parsed.GetValue(json),
                output,
                Console.Error);
        });
        return command;

        // With a store there is no folder, and every word stands one place earlier.
        string[] Words(CommandResult result) => [.. new Argument[] { folder, action, words }.SelectMany(argument => result.GetResult(argument)?.Tokens ?? [])
            .Select(token => token.Value)];
    }

    internal static int Run(string folder, string[] words, string? from, TimeSpan wait, bool isJson, TextWriter output, TextWriter errors) =>
        Run(request => StudyGuide.Ask(folder, request, wait), words, from, isJson, output, errors);

    private static int Run(
        Func<GuideRequest, (GuideAnswer Answer, GuideEnd End)> ask, string[] words, string? from, bool isJson, TextWriter output, TextWriter errors) =>
        Folders.Try(errors, () =>
    {
        (GuideAnswer answer, GuideEnd end) = ask(RequestOf(words, from));
        if (isJson)
        {
            output.WriteLine(answer.ToJson());
        }
        else if (answer.IsDone)
        {
            output.WriteLine(answer.Text);
        }
        else
        {
            errors.WriteLine($"error: {answer.Text}");
        }

        return end switch
        {
            GuideEnd.Done => ExitCodes.Done,
            GuideEnd.NotSearching => ExitCodes.Conflict,
            GuideEnd.Unanswered => ExitCodes.Environment,
            _ => ExitCodes.Usage,
        };
    });

    private static string? Problem(string[] words, string? store, string? study) => (store, study) switch
    {
        (null, not null) => "--study names a study of a store, and --store is missing. Name the store, as postgres://user@host/database, or leave --study out.",
        (not null, null) => "--store needs --study, the name of the study there; 'hypermax db list' names all.",
        _ => words.Length >= (store is null ? 2 : 1) ? null
            : $"Say {(store is null ? "the folder of a study, and " : string.Empty)}what is asked of its search, one of: {Usage}.",
    };

    /// <summary>Understands the words of a command line, which are those that people type in the console too.</summary>
    /// <exception cref="FormatException">A word is missing, superfluous or no number.</exception>
    internal static GuideRequest RequestOf(string[] words, string? from = null) => words switch
    {
        [GuideAction.Lock, var name] => new(GuideAction.Lock) { Parameter = name },
        [GuideAction.Lock, var name, var value] => new(GuideAction.Lock) { Parameter = name, Value = value },
        [GuideAction.Range, var name, var low, var high] => new(GuideAction.Range) { Parameter = name, Low = low, High = high },
        [GuideAction.Free or GuideAction.Scramble or GuideAction.Relearn, var name] => new(words[0]) { Parameter = name },
        [GuideAction.Enqueue, .. var values] => new(GuideAction.Enqueue) { Values = [.. values.Select(Pair)], From = from },
        [GuideAction.Pause or GuideAction.Resume or GuideAction.Stop or GuideAction.Status] => new(words[0]),
        [GuideAction.End, var number] => new(GuideAction.End)
        {
            Trial = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int trial)
                ? trial
                : throw new FormatException($"'end {number}' names no trial; give the number of one that runs."),
        },
        [GuideAction.Trials, var count] => new(GuideAction.Trials)
        {
            Trials = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int trials) && trials > 0
                ? trials
                : throw new FormatException($"'trials {count}' is no number of trials; it must be a whole number above 0."),
        },
        [var action, ..] when GuideAction.Names.Contains(action, StringComparer.Ordinal) =>
            throw new FormatException($"'{string.Join(' ', words)}' has too few words or too many. It can be: {Usage}."),
        _ => throw GuideAction.Unknown(words.Length == 0 ? string.Empty : words[0]),
    };

    private static KeyValuePair<string, string> Pair(string word) => word.IndexOf('=', StringComparison.Ordinal) is > 0 and int place
        ? new(word[..place], word[(place + 1)..])
        : throw new FormatException($"'{word}' is no value for a parameter; write NAME=VALUE, such as rate=0.1.");
}
