using System.CommandLine;
using System.Globalization;
using Hypermax.Reports;
using Hypermax.Studies.Guiding;
using Hypermax.Usage;

namespace Hypermax.Folder;

/// <summary>The verb <c>hypermax guide</c>: steers the search of a folder, whether it runs in another process or begins later.</summary>
internal static class GuideCommand
{
    private const string Usage = "lock NAME [VALUE] (by default the best trial's value), range NAME LOW HIGH, free NAME, scramble NAME, relearn NAME, "
        + "enqueue [NAME=VALUE …] (with --from best, default or a trial for the others), pause, resume, stop (after the running trials), "
        + "trials N, end TRIAL (one that runs), status";

    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study." };
        Argument<string> action = new("action") { Description = $"One of: {Usage}." };
        Argument<string[]> words = new("words") { Description = "What the action is about.", Arity = ArgumentArity.ZeroOrMore };
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
            folder, action, words, from, wait, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            [parsed.GetRequiredValue(action), .. parsed.GetValue(words) ?? []],
            parsed.GetValue(from),
            TimeSpan.FromSeconds(parsed.GetValue(wait)),
            parsed.GetValue(json),
            Console.Out,
            Console.Error));
        return command;
    }

    internal static int Run(string folder, string[] words, string? from, TimeSpan wait, bool isJson, TextWriter output, TextWriter errors) =>
        Folders.Try(errors, () =>
    {
        (GuideAnswer answer, GuideEnd end) = GuideClient.Ask(folder, RequestOf(words, from), wait);
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
