using System.CommandLine;
using System.Globalization;
using Hypermax.Folder;
using Hypermax.Reports;

namespace Hypermax.AskTell;

/// <summary>The verb <c>hypermax tell</c>: how a trial ended that a shell script asked for.</summary>
internal static class TellCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of the study." };
        Argument<int> id = new("id") { Description = "The id that 'hypermax ask' answered." };
        Argument<string?> value = new("value")
        {
            Description = "The value of the objective, in its own direction; nan is a failure.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> failed = new("--failed") { Description = "The trial failed: why." };
        Option<string[]> metrics = new("--metric", "-m")
        {
            Description = "A further figure as NAME=VALUE. May be given several times.",
            DefaultValueFactory = _ => [],
        };
        Option<bool> json = JsonOutput.Option();
        Command command = new("tell", "Tells a study how a trial ended that 'hypermax ask' handed out.") { folder, id, value, failed, metrics, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            parsed.GetRequiredValue(id),
            () => OutcomeOf(parsed.GetValue(value), parsed.GetValue(failed), parsed.GetValue(metrics) ?? []),
            parsed.GetValue(json),
            Console.Out,
            Console.Error));
        return command;
    }

    internal static int Run(string folder, int id, Func<TrialOutcome> outcome, bool isJson, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        TrialOutcome told = outcome();
        using AskedStudy asked = AskedStudy.Open(folder, space: null, []);
        TrialRecord trial;
        try
        {
            trial = asked.Study.Tell(id, told);
        }
        catch (InvalidOperationException error)
        {
            // Never asked for, or told before: nothing changed.
            errors.WriteLine($"error: {error.Message}");
            return ExitCodes.Conflict;
        }

        if (isJson)
        {
            output.WriteLine(JsonOutput.Write(writer =>
            {
                writer.WriteNumber("id", id);
                writer.WriteString("status", Results.ResultsCsvWriter.Status(trial.State));
                writer.WriteBoolean("best", asked.Study.Best?.Number == id);
            }));
        }

        return ExitCodes.Done;
    });

    /// <summary>Reads how it ended.</summary>
    /// <exception cref="FormatException">A number is none, or neither a value nor a failure is given.</exception>
    internal static TrialOutcome OutcomeOf(string? value, string? failed, IReadOnlyList<string> metrics)
    {
        TrialOutcome outcome = (value, failed) switch
        {
            (null, { } why) => TrialOutcome.Fail(FailureKind.Exception, why),
            ({ } text, null) => TrialOutcome.Of(Number("The value", text)),
            (null, null) => throw new FormatException("'tell' needs the value of the trial, or --failed with the reason why it has none."),
            _ => throw new FormatException("'tell' was given both a value and --failed; give one of the two."),
        };
        return outcome with { Metrics = metrics.Select(Metric).ToDictionary(StringComparer.Ordinal) };
    }

    private static KeyValuePair<string, double> Metric(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and int place
        ? new(text[..place], Number($"The metric '{text[..place]}'", text[(place + 1)..]))
        : throw new FormatException($"'{text}' is no metric; write NAME=VALUE, such as accuracy=0.93.");

    private static double Number(string what, string text) => text.ToUpperInvariant() switch
    {
        "NAN" => double.NaN,
        "INF" or "+INF" or "INFINITY" => double.PositiveInfinity,
        "-INF" or "-INFINITY" => double.NegativeInfinity,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) => value,
        _ => throw new FormatException($"{what} is '{text}', which is no number."),
    };
}
