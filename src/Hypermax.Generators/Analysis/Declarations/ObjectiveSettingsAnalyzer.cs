using System.Collections.Immutable;
using System.Globalization;
using Hypermax.Errors;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Rules;
using Hypermax.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks the numbers and names in <c>[Objective(…)]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ObjectiveSettingsAnalyzer : ObjectiveAnalyzer
{
    private const int LongestName = 100;
    private static readonly string[] Methods = [.. MethodNames.All, .. ScheduleNames.AsMethods];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(ObjectiveRules.BadSetting, ObjectiveRules.UnknownMethod, ObjectiveRules.BadStudyName);

    protected override void Analyze(SymbolAnalysisContext context, IMethodSymbol method, AttributeData attribute, HypermaxSymbols symbols)
    {
        var arguments = AttributeArguments.Of(attribute, context.CancellationToken);
        foreach (Setting setting in SettingSource.Attribute.Known.Where(setting => setting != StudySettings.Method && setting != StudySettings.Name))
        {
            if (arguments.TryGet(setting.AttributeName, out TypedConstant value))
            {
                AnalyzeValue(context, method, setting, setting.AttributeName, value, arguments);
            }
        }

        if (SlotsReader.Find(method) is { } slots)
        {
            var needs = AttributeArguments.Of(slots, context.CancellationToken);
            foreach ((string name, Setting setting, TypedConstant value) in SlotsReader.Written(method))
            {
                AnalyzeValue(context, method, setting, name, value, needs);
            }
        }

        AnalyzeMethod(context, method, arguments);
        AnalyzeName(context, method, arguments);
    }

    private static void AnalyzeValue(
        SymbolAnalysisContext context, IMethodSymbol method, Setting setting, string name, TypedConstant value, AttributeArguments arguments)
    {
        if (SettingText.Of(value) is not { } text || text == setting.AttributeNone || setting.TryRead(text, out _, out string? hint))
        {
            return;
        }

        string rule = $"it says {setting.Meaning} and must be {setting.RuleWords}";
        string remedy = hint ?? $"Write for example {name} = {setting.Example}, or leave it out";
        context.ReportDiagnostic(
            Diagnostic.Create(ObjectiveRules.BadSetting, arguments.LocationOf(name), method.Name, name, text, rule, remedy.TrimEnd('.', '?')));
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, IMethodSymbol method, AttributeArguments arguments)
    {
        if (arguments.Text("Method") is not { } name || Methods.Contains(name, StringComparer.Ordinal))
        {
            return;
        }

        string? nearest = NearestName.Of(name, Methods);
        context.ReportDiagnostic(Diagnostic.Create(
            ObjectiveRules.UnknownMethod,
            arguments.LocationOf("Method"),
            FixProperties.Replace(nearest is null ? null : $"\"{nearest}\""),
            method.Name,
            name,
            string.Join(", ", Methods.Select(known => $"'{known}'")),
            nearest is null ? "Choose one of them" : $"Perhaps '{nearest}' is meant"));
    }

    private static void AnalyzeName(SymbolAnalysisContext context, IMethodSymbol method, AttributeArguments arguments)
    {
        if (arguments.Text("Name") is not { } name)
        {
            return;
        }

        string? fault = name.Length == 0 ? "has an empty name"
            : name.Length > LongestName
            ? $"has a name of {name.Length.ToString(CultureInfo.InvariantCulture)} characters, more than {LongestName.ToString(CultureInfo.InvariantCulture)}"
            : !char.IsLetter(name[0]) ? "does not begin with a letter"
            : name.FirstOrDefault(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.')) is var odd and not '\0'
            ? $"has the character '{odd}' in its name"
            : name[name.Length - 1] == '.' ? "ends in a dot"
            : null;
        if (fault is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(ObjectiveRules.BadStudyName, arguments.LocationOf("Name"), name, fault));
        }
    }
}
