using System.CommandLine;
using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.Run;
using Hypermax.Spaces;
using Hypermax.Spaces.Changes;
using Hypermax.Spaces.CSharp;
using Hypermax.Spaces.Schema;
using Hypermax.Spaces.SearchJson;
using Hypermax.Spaces.Trees;

namespace Hypermax.Space;

/// <summary>The verb <c>hypermax space</c>: a search space in its other forms.</summary>
internal static class SpaceCommand
{
    public static Command Create() =>
        new("space", "Shows a search space in other forms. A space file is a search.json or .yaml of Hypermax or a space snapshot (docs/formats/space.md).")
    {
        Info(),
        CSharp(),
        Convert("schema", "Writes the JSON Schema of the parameters.", ParameterSchema.Write),
        Convert("search-json", "Writes the hyperparameters section of a Hypermax search.json.", SearchJsonWriter.Write),
        Convert("snapshot", "Writes the canonical space snapshot.", SpaceJson.Write),
        Diff(),
    };

    internal static int WriteInfo(string path, bool isJson, TextWriter output)
    {
        SearchSpace space = SpaceFile.Read(path, Console.Error);
        if (isJson)
        {
            output.WriteLine(JsonOutput.Write(writer =>
            {
                writer.WriteString("name", space.Name);
                writer.WriteNumber("parameters", space.Count);
                writer.WriteNumber("conditional", space.Parameters.Count(parameter => parameter.Conditions.Count > 0));
                writer.Number("log10Cardinality", Cardinality.Log10(space));
                writer.WriteString("hash", SpaceJson.Hash(space));
            }));
            return ExitCodes.Done;
        }

        output.WriteLine(
            FormattableString.Invariant($"{space.Name}: ")
            + FormattableString.Invariant($"{Counted.Of(space.Count, "parameter")}, {space.Parameters.Count(parameter => parameter.Conditions.Count > 0)} of ")
            + "them conditional");
        output.WriteLine(FormattableString.Invariant($"log10 cardinality {Cardinality.Log10(space):0.####} (a continuous parameter counts as 20 values)"));
        output.WriteLine($"hash {SpaceJson.Hash(space)}");
        return ExitCodes.Done;
    }

    private static Command Info()
    {
        Argument<string> file = FileArgument("file");
        Option<bool> json = JsonOutput.Option();
        Command command = new("info", "Says how large a space is.") { file, json };
        command.SetAction(parsed => FileTrouble.Guard(
            () => WriteInfo(parsed.GetRequiredValue(file), parsed.GetValue(json), Console.Out), Console.Error));
        return command;
    }

    private static Command CSharp()
    {
        Argument<string> file = FileArgument("file");
        Option<string> name = new("--name") { Description = "The name of the record.", DefaultValueFactory = _ => "SearchParams" };
        Option<string?> space = new("--namespace") { Description = "The namespace of the record; none by default." };
        Command command = new("csharp", "Writes the space as annotated C# records.") { file, name, space };
        command.SetAction(parsed => FileTrouble.Guard(
            () =>
            {
                SpaceNode tree = SpaceFile.ReadTree(parsed.GetRequiredValue(file), Console.Error);
                Console.Out.Write(CSharpSpaceWriter.Write(tree, parsed.GetRequiredValue(name), parsed.GetValue(space)));
                return ExitCodes.Done;
            },
            Console.Error));
        return command;
    }

    private static Command Convert(string name, string description, Func<SearchSpace, string> write)
    {
        Argument<string> file = FileArgument("file");
        Command command = new(name, description) { file };
        command.SetAction(parsed => FileTrouble.Guard(
            () =>
            {
                Console.Out.WriteLine(write(SpaceFile.Read(parsed.GetRequiredValue(file), Console.Error)));
                return ExitCodes.Done;
            },
            Console.Error));
        return command;
    }

    private static Command Diff()
    {
        Argument<string> before = FileArgument("before");
        Argument<string> after = FileArgument("after");
        Option<bool> json = JsonOutput.Option();
        Command command = new("diff", "Says in words how a space differs from an earlier version; exit code 1 when it does.") { before, after, json };
        command.SetAction(parsed => FileTrouble.Guard(
            () =>
            {
                IReadOnlyList<SpaceChange> changes = SpaceDiff.Compare(
                    SpaceFile.Read(parsed.GetRequiredValue(before), Console.Error), SpaceFile.Read(parsed.GetRequiredValue(after), Console.Error));
                foreach (SpaceChange change in changes)
                {
                    Console.Out.WriteLine(parsed.GetValue(json) ? Line(change) : change.Text);
                }

                return changes.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
            },
            Console.Error));
        return command;
    }

    private static string Line(SpaceChange change) => JsonOutput.Write(writer =>
    {
        writer.WriteString("kind", change.Kind.ToString());
        writer.WriteString("parameter", change.Parameter);
        writer.WriteString("text", change.Text);
    });

    private static Argument<string> FileArgument(string name) => new(name) { Description = "A space file." };
}
