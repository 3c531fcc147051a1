using System.Text;
using Hypermax.Settings;

namespace Hypermax.Build.Tests.Settings;

/// <summary>Writes the files that follow from the ledger.</summary>
internal static class LedgerFiles
{
    private const string Head = "Written by LedgerFilesTests from src/Shared/Settings/Ledger; change it there.";

    /// <summary>Writes the list of properties that the build task is given.</summary>
    public static string Targets()
    {
        StringBuilder text = new();
        text.AppendLine("<Project>");
        text.AppendLine($"  <!-- {Head} MSBuild cannot list the properties of a project. -->");
        text.AppendLine("  <Target Name=\"_HypertuneReadSettings\">");
        text.AppendLine("    <PropertyGroup>");
        text.AppendLine("      <_HypertuneProperties>");
        foreach (Setting setting in SettingSource.Property.Known)
        {
            text.AppendLine($"        {setting.Property}=$([MSBuild]::Escape({Value(setting)}));");
        }

        text.AppendLine("      </_HypertuneProperties>");
        text.AppendLine("    </PropertyGroup>");
        text.AppendLine("  </Target>");
        text.AppendLine("</Project>");
        return text.ToString();
    }

    // Values of properties stand in logs of builds, so a password is left out here; the task knows those of the command line.
    private static string Value(Setting setting) => setting.Mask is null
        ? $"'$({setting.Property})'"
        : Replaced(Replaced($"'$({setting.Property})'", StoreText.UserPattern, StoreText.UserMask), StoreText.KeyPattern, StoreText.KeyMask);

    private static string Replaced(string value, string pattern, string by) =>
        $"$([System.Text.RegularExpressions.Regex]::Replace({value}, `{Xml(pattern)}`, `{by}`))";

    /// <summary>Writes the attribute on objectives.</summary>
    public static string Attribute() => Attribute(
        "Hypermax",
        "What can be said about the search; every value can be overridden for one build by a property, "
        + "such as <c>-p:HypertuneTrials=500</c>.",
        "ObjectiveAttribute");

    /// <summary>Writes the attribute on tests that search.</summary>
    public static string TestAttribute() => Attribute(
        "Hypermax.Xunit",
        "What can be said about the search; every value can be overridden for one run by a variable of the environment, "
        + "such as <c>HYPERTUNE_TRIALS=500</c>.",
        "TuneAttribute");

    private static string Attribute(string space, string summary, string type)
    {
        StringBuilder text = new();
        text.AppendLine($"namespace {space};");
        text.AppendLine();
        text.AppendLine($"// {Head}");
        text.AppendLine($"/// <content>{summary}</content>");
        text.AppendLine($"public sealed partial class {type}");
        text.AppendLine("{");
        bool isFirst = true;
        foreach (Setting setting in SettingSource.Attribute.Known)
        {
            if (!isFirst)
            {
                text.AppendLine();
            }

            isFirst = false;
            string unit = setting.ValueType == typeof(TimeSpan) ? ", in seconds" : string.Empty;
            string byDefault = setting.AttributeNone is { } none ? $"{none}: {setting.Default}" : setting.Default;
            text.AppendLine($"    /// <summary>Gets or sets {Xml(setting.Meaning)}{unit}. By default {Xml(byDefault)}.</summary>");
            text.AppendLine(
                $"    /// "
                + $"<value>{Capital(Xml(setting.ValueType == typeof(TimeSpan) ? "a number of seconds above 0" : setting.RuleWords))}"
                + $"{(setting.CanBeNone ? $", or {setting.AttributeNone}" : string.Empty)}.</value>");
            text.AppendLine($"    public {TypeOf(setting)} {setting.AttributeName} {{ get; set; }}{Initial(setting)}");
        }

        text.AppendLine("}");
        return text.ToString();
    }

    /// <summary>Writes the page of the guide.</summary>
    public static string Guide()
    {
        StringBuilder text = new();
        text.AppendLine("# Settings");
        text.AppendLine();
        text.AppendLine($"<!-- {Head} -->");
        text.AppendLine();
        text.AppendLine("""
            Every setting has one name, which each surface spells its own way. Given in several places, the later of these counts:

            | surface | spelling of `TrialSeconds` |
            | --- | --- |
            | attribute | `[Objective(TrialSeconds = 60)]` |
            | JSON: the object `settings` of a `search.json` | `"trialSeconds": 60` |
            | the header of `hypermax serve`, for settings that make sense there | `"seed": 1` |
            | property in a project file, or in `Directory.Build.props` | `<HypertuneTrialSeconds>60</HypertuneTrialSeconds>` |
            | environment variable | `HYPERTUNE_TRIAL_SECONDS=60` |
            | command line | `-p:HypertuneTrialSeconds=60` of `dotnet build -t:Hypertune`, `hypermax tune`, `run` and `serve`; options of `run` count first |

            Where a value may be `none`, that switches off what a lower surface set. A value that breaks its rule is an error before
            anything is evaluated, with the name as it was spelled, the rule, the value and a remedy. A comma or semicolon in `-p:` begins
            another property for MSBuild, so separate several values with blanks there.

            """);
        foreach ((string title, IReadOnlyList<Setting> settings) in new[]
        {
            ("Studies", StudySettings.Entries),
            ("Trials", TrialSettings.Entries),
            ("Programs", ProgramSettings.Entries),
            ("Builds", BuildSettings.Entries),
        })
        {
            text.AppendLine($"## {title}");
            text.AppendLine();
            text.AppendLine("| setting | says | must be | default | where |");
            text.AppendLine("| --- | --- | --- | --- | --- |");
            foreach (Setting setting in settings)
            {
                text.AppendLine(
                    $"| `{setting.Name}` | {Cell(setting.Meaning)} | {Cell(setting.RuleWords)}{(setting.CanBeNone ? ", or none" : string.Empty)} | "
                    + $"{Cell(setting.Default)} | {Places(setting)} |");
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    private static string Places(Setting setting)
    {
        List<string> places = [];
        void Add(Surfaces surface, string name)
        {
            if ((setting.Surfaces & surface) != 0)
            {
                places.Add(name);
            }
        }

        Add(Surfaces.Attribute, setting.AttributeName == setting.Name ? "attribute" : $"attribute (as `{setting.AttributeName}`)");
        Add(Surfaces.Json, "JSON");
        Add(Surfaces.Property | Surfaces.Targets, "build");
        Add(Surfaces.Environment, "environment");
        Add(Surfaces.Run, setting.Shortcut is { } shortcut ? $"run (`{shortcut}` too)" : "run");
        Add(Surfaces.Serve, "serve");
        bool isEverywhere = setting.Surfaces.HasFlag(Surfaces.Everywhere) && setting.AttributeName == setting.Name && setting.Shortcut is null;
        return !isEverywhere ? string.Join(", ", places) : setting.Surfaces.HasFlag(Surfaces.Serve) ? "everywhere" : "everywhere but serve";
    }

    private static string TypeOf(Setting setting) => setting.AttributeEnum
        ?? (setting.ValueType == typeof(int) ? "int" : setting.ValueType == typeof(long) ? "long" : setting.ValueType == typeof(bool) ? "bool"
            : setting.ValueType == typeof(double) || setting.ValueType == typeof(TimeSpan) ? "double" : "string?");

    private static string Initial(Setting setting) => setting.AttributeNone == "NaN" ? " = double.NaN;"
        : (setting.ValueType == typeof(int) || setting.ValueType == typeof(double)) && setting.AttributeNone is null && setting.Default != "0"
        ? $" = {setting.Default};"
        : string.Empty;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    private static string Xml(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
