using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Rules;

/// <summary>Rules for tuned files.</summary>
internal static class TunedFileRules
{
    public static readonly DiagnosticDescriptor StaleTunedFile = new(
        RuleIds.StaleTunedFile,
        "A tuned file fits its search space",
        "'{0}' no longer fits '{1}': {2}. Run 'dotnet build -t:Hypertune' to tune again; until then '{3}' holds {4}.",
        RuleCategories.TunedFiles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.StaleTunedFile), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DamagedTunedFile = new(
        RuleIds.DamagedTunedFile,
        "A tuned file can be read",
        "'{0}' is damaged: {1}. Take it back from version control, or delete it and run 'dotnet build -t:Hypertune'.",
        RuleCategories.TunedFiles,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.DamagedTunedFile), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnknownStudy = new(
        RuleIds.UnknownStudy,
        "A tuned file belongs to an objective",
        "'{0}' was tuned for the study '{1}', but the project has no objective of that name{2}. {3}.",
        RuleCategories.TunedFiles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnknownStudy), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NewerTunedFile = new(
        RuleIds.NewerTunedFile,
        "A tuned file has a format that this version reads",
        "'{0}' has format {1}, but this version reads formats up to {2}. Update the Hypermax packages.",
        RuleCategories.TunedFiles,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NewerTunedFile), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DuplicateTunedFile = new(
        RuleIds.DuplicateTunedFile,
        "A study has one tuned file",
        "'{0}' and '{1}' both hold tuned values of the study '{2}'. Delete one.",
        RuleCategories.TunedFiles,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.DuplicateTunedFile), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ConflictedTunedFile = new(
        RuleIds.ConflictedTunedFile,
        "A tuned file has no conflict markers",
        "'{0}' has the markers of a merge conflict: {1}. Values of two searches do not mix; keep one side whole with 'git checkout --ours -- {0}' or "
        + "'--theirs', or run 'dotnet build -t:Hypertune' after deleting the file.",
        RuleCategories.TunedFiles,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ConflictedTunedFile), customTags: WellKnownDiagnosticTags.CompilationEnd);
}
