namespace Hypermax.SearchFile;

/// <summary>Asks a person at the terminal; a script is never asked.</summary>
internal static class Question
{
    /// <summary>Gets what asks, or null where input or output is no terminal.</summary>
    public static Func<string, bool?>? Asker() =>
        Console.IsInputRedirected || Console.IsErrorRedirected ? null : question => Ask(question, Console.In, Console.Error);

    /// <summary>Asks until the answer is yes or no; an empty one is yes, and the end of the input is none.</summary>
    public static bool? Ask(string question, TextReader input, TextWriter output)
    {
        while (true)
        {
            output.Write(question);
            output.Flush();
            switch (input.ReadLine()?.Trim().ToUpperInvariant())
            {
                case null:
                    output.WriteLine();
                    return null;
                case "" or "Y" or "YES":
                    return true;
                case "N" or "NO":
                    return false;
                default:
                    output.WriteLine("Please answer y or n; Ctrl-C leaves all as it is.");
                    break;
            }
        }
    }
}
