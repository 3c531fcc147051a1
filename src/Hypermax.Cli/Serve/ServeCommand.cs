using System.CommandLine;
using System.Text;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Serve;

/// <summary>The verb <c>hypermax serve</c>: ask and tell over standard input and output, one JSON object a line.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        Command command = new(
            "serve", "Drives a study over standard input and output: JSON lines, described in docs/formats/ask-tell.md. Ends at the end of input.");
        Option<string[]> properties = new("--property", "-p")
        {
            Description = "A setting as NAME=VALUE with the names of the build, such as HypertuneSeed=1; counts before the header. May be given several times.",
            DefaultValueFactory = _ => [],
        };
        command.Add(properties);
        command.SetAction(parsed => Run(parsed.GetValue(properties) ?? []));
        return command;
    }

    private static int Run(string[] properties)
    {
        Violations violations = new();
        SettingSet settings = PropertyOption.Read(SettingSource.ServeOption, properties, violations)
            .Over(SettingReader.ReadEnvironment(Environment.GetEnvironmentVariable, Surfaces.Serve, violations));
        foreach (string sentence in violations.Sentences)
        {
            Console.Error.WriteLine($"error: {sentence}");
        }

        return violations.Found.Count > 0 ? ExitCodes.Usage : Run(settings, Console.OpenStandardInput(), Console.OpenStandardOutput());
    }

    /// <summary>Answers requests until the input ends.</summary>
    /// <returns>The exit code: always 0, since bad requests are answered, not fatal.</returns>
    internal static int Run(SettingSet settings, Stream input, Stream output)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        using StreamReader reader = new(input, utf8);
        using StreamWriter writer = new(output, utf8) { NewLine = "\n" };
        using ServeDialogue dialogue = new(settings);
        while (reader.ReadLine() is { } line)
        {
            if (dialogue.Answer(line) is { } answer)
            {
                writer.WriteLine(answer);
                writer.Flush();
            }
        }

        return 0;
    }
}
