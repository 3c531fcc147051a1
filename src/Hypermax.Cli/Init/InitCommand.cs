using System.CommandLine;
using System.CommandLine.Completions;
using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.Spaces.CSharp;
using Hypermax.Templates;
using Hypermax.Usage;

namespace Hypermax.Init;

/// <summary>The verb <c>hypermax init</c>: writes a search to begin with.</summary>
internal static class InitCommand
{
    private const string Program = "model.py";

    public static Command Create()
    {
        Argument<string?> file = new("file")
        {
            Description = "The file; search.json, search.yaml or the name of the type with .cs by default.", Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> template = new("--template")
        {
            Description = "Which one, such as lightgbm or sklearn:SVC; see --list.", HelpName = "name", DefaultValueFactory = _ => "plain",
        };
        Option<string?> language = new("--lang") { Description = $"{string.Join(", ", TemplateFiles.Languages)}; that of the file's ending by default." };
        Option<int> rows = new Option<int>("--rows")
        {
            Description = "How many rows the data have; ranges depend on it.", DefaultValueFactory = _ => DataSize.Usual.Rows,
        }.Within(1, int.MaxValue);

        Option<int> features = new Option<int>("--features")
        {
            Description = "How many columns the data have without the target; ranges depend on it.", DefaultValueFactory = _ => DataSize.Usual.Features,
        }.Within(1, int.MaxValue);

        template.CompletionSources.Add(_ => Template.Names.Select(name => new CompletionItem(name)));
        language.CompletionSources.Add(TemplateFiles.Languages);
        Option<bool> list = new("--list") { Description = "Lists the templates instead." };
        Option<bool> json = JsonOutput.Option();
        Command command = new("init", "Writes a search with comments to begin with; nothing is overwritten.")
        {
            file, template, language, rows, features, list, json,
        };
        command.SetAction(parsed => parsed.GetValue(list)
            ? List(parsed.GetValue(json), Console.Out)
            : Run(
                new InitOptions(
                    parsed.GetValue(file),
                    parsed.GetRequiredValue(template),
                    parsed.GetValue(language),
                    new DataSize(parsed.GetValue(rows), parsed.GetValue(features))),
                parsed.GetValue(json),
                Console.Out,
                Console.Error));
        return command;
    }

    /// <summary>Writes the files.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(InitOptions options, bool isJson, TextWriter output, TextWriter errors)
    {
        string language = options.Language ?? LanguageOf(options.File);
        string file = options.File ?? (language == "csharp" ? $"{TypeOf(options.Template)}.cs" : $"search.{language}");
        if (Refusal(options, file, language) is { } refusal)
        {
            errors.WriteLine($"error: {refusal}");
            return ExitCodes.Usage;
        }

        return FileTrouble.Guard(
            () =>
            {
                TemplateFiles files = new(Template.Read(options.Template), options.Size);
                string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
                Directory.CreateDirectory(folder);
                string program = Path.Combine(folder, Program);
                bool hasProgram = language != "csharp" && files.Python is not null;
                bool isThere = hasProgram && File.Exists(program);
                if (hasProgram && !isThere)
                {
                    WriteNew(program, files.Python!);
                }

                WriteNew(file, language == "csharp" ? files.Code(Path.GetFileNameWithoutExtension(file)) : files.Configuration(language));
                string shownProgram = Path.Combine(Path.GetDirectoryName(file)!, Program);
                output.WriteLine(isJson
                    ? JsonOutput.Write(writer =>
                    {
                        writer.WriteString("file", file);
                        writer.WriteString("program", hasProgram ? shownProgram : null);
                        writer.WriteBoolean("programKept", isThere);
                    })
                    : Said(file, language, !hasProgram ? null : shownProgram, isThere));
                return ExitCodes.Done;
            },
            errors);
    }

    /// <summary>Lists the templates.</summary>
    internal static int List(bool isJson, TextWriter output)
    {
        foreach (Template template in Template.Names.Select(Template.Read))
        {
            output.WriteLine(isJson
                ? JsonOutput.Write(writer =>
                {
                    writer.WriteString("name", template.Name);
                    writer.WriteString("title", template.Fact("title"));
                    writer.WriteString("needs", template.Fact("needs"));
                })
                : $"{template.Name,-40}{template.Fact("title")}");
        }

        return ExitCodes.Done;
    }

    private static string LanguageOf(string? file) => Path.GetExtension(file)?.ToUpperInvariant() switch
    {
        ".YAML" or ".YML" => "yaml",
        ".CS" => "csharp",
        _ => "json",
    };

    private static string TypeOf(string template) => CSharpNames.Pascal(template[(template.IndexOf(':', StringComparison.Ordinal) + 1)..]) + "Params";

    private static string Said(string file, string language, string? program, bool isKept) => language == "csharp"
        ? $"{file} is written; it needs the package Hypermax.MSBuild"
        : $"{file}{(program is null || isKept ? " is" : $" and {program} are")} written; "
            + $"'hypermax check {file}' says what is wrong with it, 'hypermax {file}' runs it"
            + (isKept ? $"\n{program} was there before and is kept" : string.Empty);

    private static void WriteNew(string file, string text)
    {
        using FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write);
        using StreamWriter writer = new(stream);
        writer.Write(text);
    }

    private static string? Refusal(InitOptions options, string file, string language) =>
        !Template.Names.Contains(options.Template, StringComparer.Ordinal) ? TemplateAddress.Unknown(options.Template).Message
        : !TemplateFiles.Languages.Contains(language, StringComparer.Ordinal)
            ? $"Templates are not written in '{language}', but in {string.Join(", ", TemplateFiles.Languages)}. "
                + $"{NearestName.Hint(language, TemplateFiles.Languages)}Name one."
        : options.Size.Rows < 1 || options.Size.Features < 1
            ? FormattableString.Invariant(
                $"Data of {options.Size.Rows} rows and {options.Size.Features} columns are none; both are whole numbers above 0. Correct --rows or --features.")
        : Path.Exists(file) ? $"'{file}' exists already, and nothing is overwritten. Name another file."
        : null;
}
