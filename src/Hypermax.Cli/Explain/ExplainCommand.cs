using System.CommandLine;
using Hypermax.Build.Protocol;
using Hypermax.Errors;
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
        Command command = new("explain", "Explains a rule, a method of search or a build property.") { name };
        command.SetAction(parsed => Run(parsed.GetValue(name), Console.Out, Console.Error));
        return command;
    }

    internal static int Run(string? name, TextWriter output, TextWriter errors)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            foreach (Page page in Pages.All)
            {
                output.WriteLine($"{page.Name,-12} {page.Title}");
            }

            foreach (BuildRule rule in BuildRules.All)
            {
                output.WriteLine($"{rule.Id,-12} {rule.Title}");
            }

            return ExitCodes.Done;
        }

        string word = name.Trim();
        if (Pages.Find(word) is { } found)
        {
            output.WriteLine(found.Text.TrimEnd());
            output.WriteLine();
            output.WriteLine(found.Url);
            return ExitCodes.Done;
        }

        if (Ledger.All.FirstOrDefault(setting => string.Equals(setting.Property, word, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            output.WriteLine($"{known.Property} says {known.Meaning}.");
            output.WriteLine($"  It must be {known.RuleWords}{(known.CanBeNone ? ", or none" : string.Empty)}. By default: {known.Default}.");
            output.WriteLine($"  {SettingSource.Property.Remedy(known)}");
            return ExitCodes.Done;
        }

        if (BuildRules.All.FirstOrDefault(rule => string.Equals(rule.Id, word, StringComparison.OrdinalIgnoreCase)) is { } reported)
        {
            output.WriteLine($"{reported.Id} ({reported.SeverityWord}): {reported.Title}.");
            output.WriteLine();
            output.WriteLine(Pages.UrlOf(BuildRule.Page));
            return ExitCodes.Done;
        }

        if (TableRows.Find(word) is { Count: > 0 } rows)
        {
            foreach (string row in rows)
            {
                output.WriteLine(row);
            }

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
            $"There is no page about '{word}'; did you mean {string.Join(" or ", NearestNames.Of(word, names).Take(3).Select(near => $"'{near}'"))}? "
            + "'hypermax explain' lists them.");
        return ExitCodes.Usage;
    }
}
