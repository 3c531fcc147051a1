using System.CommandLine;
using Hypermax.Build.Protocol;
using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.Settings;

namespace Hypermax.Explain;

/// <summary>The verb <c>hypermax explain</c>: prints the page of a rule, a method of search or a build property, without a network.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> name = new("name")
        {
            Description = "A rule such as HMX0107 or HMXB0004, a method such as tpe, or a build property such as HypertuneTrials; nothing lists them all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> json = JsonOutput.Option();
        Command command = new("explain", "Explains a rule, a method of search or a build property.") { name, json };
        command.SetAction(parsed => Run(parsed.GetValue(name), parsed.GetValue(json), Console.Out, Console.Error));
        return command;
    }

    internal static int Run(string? name, bool isJson, TextWriter output, TextWriter errors)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            List(isJson, output);
            return ExitCodes.Done;
        }

        if (Explanation.Of(name.Trim()) is { } found)
        {
            output.WriteLine(isJson
                ? JsonOutput.Write(writer =>
                {
                    writer.WriteString("name", found.Name);
                    writer.WriteString("text", found.Text);
                    writer.WriteString("url", found.Url);
                })
                : found.Url is null ? found.Text : $"{found.Text}\n\n{found.Url}");
            return ExitCodes.Done;
        }

        string[] names =
        [
            .. Pages.All.Select(page => page.Name),
            .. BuildRules.All.Select(rule => rule.Id),
            .. Ledger.All.Select(setting => setting.Property),
            .. TableRows.Names.Except(Ledger.All.Select(setting => setting.Property), StringComparer.Ordinal),
        ];
        errors.WriteLine(
            $"There is no page about '{name.Trim()}'; did you mean "
            + $"{string.Join(" or ", NearestNames.Of(name.Trim(), names).Take(3).Select(near => $"'{near}'"))}? 'hypermax explain' lists them.");
        return ExitCodes.Usage;
    }

    // As JSON a line each, like other lists.
    private static void List(bool isJson, TextWriter output)
    {
        foreach ((string name, string title) in Pages.All.Select(page => (page.Name, page.Title)).Concat(BuildRules.All.Select(rule => (rule.Id, rule.Title))))
        {
            output.WriteLine(isJson
                ? JsonOutput.Write(writer =>
                {
                    writer.WriteString("name", name);
                    writer.WriteString("title", title);
                })
                : $"{name,-12} {title}");
        }
    }
}
