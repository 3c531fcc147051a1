using System.CommandLine;
using System.Globalization;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Spaces;
using Hypermax.Usage;

namespace Hypermax.AskTell;

/// <summary>The verb <c>hypermax ask</c>: the next point to try, for a shell script that evaluates it itself.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of the study; begun there when --space is given." };
        Option<FileInfo?> space = new("--space") { Description = "The space of a new study: our JSON form or a Hypermax search.json." };
        Option<string> format = new("--format", "-f")
        {
            Description = "json (one line with 'id' and flat 'params', as 'hypermax serve' answers), or args: the id and a command line, for 'read id args'.",
            DefaultValueFactory = _ => "json",
        };
        format.Among("json", "args");
        Option<int> count = new Option<int>("--count", "-n") { Description = "How many points, one a line.", DefaultValueFactory = _ => 1 }
            .Within(1, int.MaxValue);

        Option<bool> maximize = new("--maximize") { Description = "With a new study: larger values are better." };
        Option<string[]> properties = PropertiesOption();
        Option<bool> json = new("--json") { Description = "The same as --format json." };
        Command command = new("ask", "Asks a study for the next point to try; tell its value with 'hypermax tell'.")
        {
            folder, space, format, count, maximize, properties, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            parsed.GetValue(space)?.FullName,
            [
                .. parsed.GetValue(properties) ?? [],
                .. parsed.GetValue(maximize) ? [$"{Settings.StudySettings.Direction.Property}=maximize"] : Array.Empty<string>(),
            ],
            parsed.GetValue(count),
            parsed.GetValue(json) ? "json" : parsed.GetRequiredValue(format),
            Console.Out,
            Console.Error));
        return command;
    }

    internal static Option<string[]> PropertiesOption() => new("--property", "-p")
    {
        Description = "A setting as NAME=VALUE with the names of the build, such as HypertuneSeed=1. May be given several times.",
        DefaultValueFactory = _ => [],
    };

    internal static int Run(
        string folder, string? space, IReadOnlyList<string> properties, int count, string format, TextWriter output, TextWriter errors) =>
        Folders.Try(errors, () =>
    {
        if (count < 1)
        {
            throw new FormatException(FormattableString.Invariant($"--count is {count}; it must be at least 1."));
        }

        using AskedStudy asked = AskedStudy.Open(folder, space, properties);
        for (int i = 0; i < count; i++)
        {
            if (asked.Study.Ask() is not { } trial)
            {
                errors.WriteLine("error: Every point of the space has been tried; there is nothing left to ask for.");
                return i == 0 ? ExitCodes.Failed : ExitCodes.Done;
            }

            output.WriteLine(format == "args"
                ? $"{trial.Number.ToString(CultureInfo.InvariantCulture)} {PointFormat.Write(asked.Study.Space, trial.Point, "args")}"
                : JsonOutput.Write(writer =>
                {
                    writer.WriteNumber("id", trial.Number);
                    writer.WritePropertyName("params");
                    FlatPointJson.Write(writer, asked.Study.Space, trial.Point);
                }));
        }

        return ExitCodes.Done;
    });
}
