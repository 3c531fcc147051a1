using System.CommandLine;
using Hypermax.Errors;

namespace Hypermax.Init;

/// <summary>The verb <c>hypermax init</c>: writes a configuration to begin with.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        Argument<string?> file = new("file") { Description = "The file; search.json or search.yaml by default.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> template = new("--template") { Description = $"Which one: {string.Join(", ", Templates.Names)}.", DefaultValueFactory = _ => "plain" };
        Option<string?> language = new("--lang") { Description = $"{string.Join(" or ", Templates.Languages)}; that of the file's ending by default." };
        Command command = new("init", "Writes a configuration with comments to begin with; nothing is overwritten.") { file, template, language };
        command.SetAction(parsed => Run(
            parsed.GetValue(file), parsed.GetRequiredValue(template), parsed.GetValue(language), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Writes the file.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(string? file, string template, string? language, TextWriter output, TextWriter errors)
    {
        language ??= Path.GetExtension(file)?.ToUpperInvariant() is ".YAML" or ".YML" ? "yaml" : "json";
        file ??= $"search.{language}";
        if (Refusal(file, template, language) is { } refusal)
        {
            errors.WriteLine($"error: {refusal}");
            return ExitCodes.Usage;
        }

        return FileTrouble.Guard(
            () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
                using (FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write))
                using (StreamWriter writer = new(stream))
                {
                    writer.Write(Templates.Read(template, language));
                }

                output.WriteLine($"{file} is written; 'hypermax check {file}' says what is wrong with it, 'hypermax {file}' runs it");
                return ExitCodes.Done;
            },
            errors);
    }

    private static string? Refusal(string file, string template, string language) =>
        !Templates.Names.Contains(template, StringComparer.Ordinal)
            ? $"There is no template '{template}'; there is {string.Join(", ", Templates.Names)}. {NearestName.Hint(template, Templates.Names)}Name one."
            : !Templates.Languages.Contains(language, StringComparer.Ordinal)
            ? $"Templates are not written in '{language}', but in {string.Join(" and ", Templates.Languages)}. "
                + $"{NearestName.Hint(language, Templates.Languages)}Name one."
            : Path.Exists(file)
            ? $"'{file}' exists already, and nothing is overwritten. Name another file."
            : null;
}
