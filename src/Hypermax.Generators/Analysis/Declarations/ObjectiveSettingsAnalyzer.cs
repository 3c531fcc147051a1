using System.Collections.Immutable;
using System.Globalization;
using Hypermax.Errors;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks the numbers and names in <c>[Objective(…)]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ObjectiveSettingsAnalyzer : ObjectiveAnalyzer
{
    private const int LongestName = 100;

    private static readonly string[] Limits =
    [
        "TrialSeconds", "TrialSoftSeconds", "TrialCpuSeconds", "TrialSilenceSeconds",
        "TrialMemoryMegabytes", "TrialGpuMegabytes", "TrialOutputMegabytes", "SystemMemoryPercent",
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(ObjectiveRules.BadSetting, ObjectiveRules.UnknownMethod, ObjectiveRules.BadStudyName);

    protected override void Analyze(SymbolAnalysisContext context, IMethodSymbol method, AttributeData attribute, HypermaxSymbols symbols)
    {
        var arguments = AttributeArguments.Of(attribute, context.CancellationToken);
        AtLeast("Trials", 1, "a study has at least 1 trial", "Give the number of trials, or leave it out for 100");
        AtLeast("Workers", 1, "at least 1 trial runs at once", "Give the number of workers, or leave it out for 1");
        AtLeast("Seed", 0, "a seed is 0 or above", "Give another seed");
        AtLeast("TimeoutSeconds", 0, "a time is 0 seconds (no limit) or more", "Give the seconds, or leave it out for no limit");
        AtLeast("Lag", 0, "a lag is 0 (the number of workers) or more", "Give the number of trials, or leave it out");
        AtLeast("Patience", 0, "a patience is 0 trials (never) or more", "Give the number of trials, or leave it out");
        AnalyzeTrials(AtLeast);
        if (arguments.Number("Target") is { } target && double.IsInfinity(target))
        {
            Report("Target", target, "a target is a value that can be reached", "Give a finite value, or leave it out for none");
        }

        AnalyzeMethod(context, method, arguments);
        AnalyzeName(context, method, arguments);

        void AtLeast(string setting, double least, string rule, string remedy)
        {
            if (arguments.Number(setting) is { } value && !(value >= least && !double.IsInfinity(value)))
            {
                Report(setting, value, rule, remedy);
            }
        }

        void Report(string setting, double value, string rule, string remedy) =>
            context.ReportDiagnostic(Diagnostic.Create(
                ObjectiveRules.BadSetting, arguments.LocationOf(setting), method.Name, setting, value.ToString("R", CultureInfo.InvariantCulture), rule, remedy));
    }

    private static void AnalyzeTrials(Action<string, double, string, string> atLeast)
    {
        foreach (string limit in Limits)
        {
            atLeast(limit, 0, "a limit is 0 (none) or more", "Give what a trial may use, or leave it out for no limit");
        }

        atLeast("Retries", 0, "a trial is run again 0 times (never) or more", "Give how often, or leave it out for never");
        atLeast("TrialRepeats", 1, "a point is evaluated at least once", "Give how often, or leave it out for once");
        atLeast("ConfirmLeaders", 0, "0 leaders (none) or more are confirmed", "Give how many, or leave it out for none");
        atLeast("ConfirmRepeats", 2, "a leader is evaluated at least 2 times", "Give how often, or leave it out for 5");
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, IMethodSymbol method, AttributeArguments arguments)
    {
        if (arguments.Text("Method") is not { } name || MethodNames.All.Contains(name, StringComparer.Ordinal))
        {
            return;
        }

        string? nearest = NearestName.Of(name, MethodNames.All);
        context.ReportDiagnostic(Diagnostic.Create(
            ObjectiveRules.UnknownMethod,
            arguments.LocationOf("Method"),
            FixProperties.Replace(nearest is null ? null : $"\"{nearest}\""),
            method.Name,
            name,
            string.Join(", ", MethodNames.All.Select(known => $"'{known}'")),
            nearest is null ? "Choose one of them" : $"Perhaps '{nearest}' is meant"));
    }

    private static void AnalyzeName(SymbolAnalysisContext context, IMethodSymbol method, AttributeArguments arguments)
    {
        if (arguments.Text("Name") is not { } name)
        {
            return;
        }

        string? fault = name.Length == 0 ? "has an empty name"
            : name.Length > LongestName ? $"has a name of {name.Length.ToString(CultureInfo.InvariantCulture)} characters, more than {LongestName.ToString(CultureInfo.InvariantCulture)}"
            : !char.IsLetter(name[0]) ? "does not begin with a letter"
            : name.FirstOrDefault(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.')) is var odd and not '\0' ? $"has the character '{odd}' in its name"
            : name[name.Length - 1] == '.' ? "ends in a dot"
            : null;
        if (fault is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(ObjectiveRules.BadStudyName, arguments.LocationOf("Name"), name, fault));
        }
    }
}
