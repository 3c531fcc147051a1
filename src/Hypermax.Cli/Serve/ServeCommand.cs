using System.CommandLine;
using System.Text;

namespace Hypermax.Serve;

/// <summary>The verb <c>hypermax serve</c>: ask and tell over standard input and output, one JSON object a line.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        Command command = new(
            "serve", "Drives a study over standard input and output: JSON lines, described in docs/formats/ask-tell.md. Ends at the end of input.");
        command.SetAction(_ => Run(Console.OpenStandardInput(), Console.OpenStandardOutput()));
        return command;
    }

    /// <summary>Answers requests until the input ends.</summary>
    /// <returns>The exit code: always 0, since bad requests are answered, not fatal.</returns>
    internal static int Run(Stream input, Stream output)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        using StreamReader reader = new(input, utf8);
        using StreamWriter writer = new(output, utf8) { NewLine = "\n" };
        using ServeDialogue dialogue = new();
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
