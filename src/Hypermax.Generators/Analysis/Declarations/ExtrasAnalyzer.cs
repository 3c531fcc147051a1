using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks the attributes beside the law: converters, former names, and those that mean nothing where they stand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ExtrasAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(MemberRules.BadConverter, MemberRules.BadFormerName, MemberRules.NoEffect, MemberRules.WrongType);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        IReadOnlyList<SpaceMember> members = symbols.MembersOf(type);
        var formerNames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SpaceMember member in members)
        {
            ParameterShape shape = ParameterShape.Of(member, symbols);
            foreach (AttributeData attribute in member.Attributes)
            {
                var arguments = AttributeArguments.Of(attribute, context.CancellationToken);
                if (HypermaxSymbols.IsHypermax(attribute, "FormerName"))
                {
                    AnalyzeFormerName(context, member, members, arguments, formerNames);
                }
                else if (HypermaxSymbols.IsHypermax(attribute, "Converter"))
                {
                    AnalyzeConverter(context, member, shape, arguments, symbols);
                }
                else if (HypermaxSymbols.IsHypermax(attribute, "Absent") && !shape.IsNullable && shape.Kind != ParameterKind.Unknown)
                {
                    Report(
                        context,
                        MemberRules.NoEffect,
                        arguments.Location,
                        "Absent",
                        member.Name,
                        $"its type '{TypeNames.Of(member.Type)}' always has a value",
                        $"Make it '{TypeNames.Of(member.Type)}?', or remove the attribute");
                }
                else if (HypermaxSymbols.IsHypermax(attribute, "Ordered") && !IsChosen(member, shape, symbols))
                {
                    Report(
                        context,
                        MemberRules.NoEffect,
                        arguments.Location,
                        "Ordered",
                        member.Name,
                        "only choices and enums can be in an order of their own",
                        "Remove it");
                }
            }
        }
    }

    private static bool IsChosen(SpaceMember member, ParameterShape shape, HypermaxSymbols symbols) =>
        shape.Kind is ParameterKind.Enumeration or ParameterKind.Unknown || symbols.LawsOf(member).Any(law => AttributeArguments.NameOf(law) == "Choice");

    private static void AnalyzeFormerName(
        SymbolAnalysisContext context, SpaceMember member, IReadOnlyList<SpaceMember> members, AttributeArguments arguments, Dictionary<string, string> seen)
    {
        if (arguments.Text("name") is not { } name)
        {
            return;
        }

        (string? fault, string remedy) = name.Trim().Length == 0 ? ("a name is not empty", "Give the earlier name")
            : name == PathNames.Of(member) ? ("that is what it is called now", "Give the earlier name, or remove the attribute")
            : members.Any(other => PathNames.Of(other) == name) ? ("that is another parameter now", "Rename one of the two")
            : seen.TryGetValue(name, out string? other) ? ($"so does '{other}'", "Remove one of the two")
            : (null, string.Empty);
        if (fault is not null)
        {
            Report(context, MemberRules.BadFormerName, arguments.LocationOf("name"), member.Name, name, fault, remedy);
        }
        else
        {
            seen.Add(name, member.Name);
        }
    }

    private static void AnalyzeConverter(
        SymbolAnalysisContext context, SpaceMember member, ParameterShape shape, AttributeArguments arguments, HypermaxSymbols symbols)
    {
        if (!arguments.TryGet("converter", out TypedConstant value) || value.Plain() is not INamedTypeSymbol { TypeKind: not TypeKind.Error } converter)
        {
            return;
        }

        if (TypeReader.Hiding(converter) is { } hiding)
        {
            Report(
                context,
                MemberRules.BadConverter,
                arguments.LocationOf("converter"),
                member.Name,
                converter.Name,
                $"which generated code cannot see, because {hiding}",
                "Make it at least internal and known by name");
            return;
        }

        IMethodSymbol? convert = Method(converter, "Convert", method => HypermaxSymbols.Is(method.ReturnType, shape.Type) && IsRaw(method.Parameters[0].Type));
        IMethodSymbol? back = Method(converter, "ConvertBack", method => HypermaxSymbols.Is(method.Parameters[0].Type, shape.Type) && IsRaw(method.ReturnType));
        string type = TypeNames.Of(shape.Type);
        (string? fault, string remedy) =
            convert is null
                ? ("which has no method that makes the value", $"Give it 'public static {type} Convert(double value)', or one that takes a long or a string")
            : back is null
            ? ("which cannot go back from the value", $"Give it 'public static {TypeNames.Of(convert.Parameters[0].Type)} ConvertBack({type} value)'")
            : !HypermaxSymbols.Is(convert.Parameters[0].Type, back.ReturnType)
            ? ($"which takes '{TypeNames.Of(convert.Parameters[0].Type)}' but gives back '{TypeNames.Of(back.ReturnType)}'", "Use one type both ways")
            : (null, string.Empty);
        if (fault is not null)
        {
            Report(context, MemberRules.BadConverter, arguments.LocationOf("converter"), member.Name, converter.Name, fault, remedy);
        }
        else if (symbols.LawsOf(member).FirstOrDefault() is { } law && AnalyzeConverted(law, convert!.Parameters[0].Type) is var (drawn, advice))
        {
            Report(
                context,
                MemberRules.WrongType,
                Locations.Of(law, context.CancellationToken),
                member.Name,
                $"made by '{converter.Name}' from {TypeNames.WithArticle(convert.Parameters[0].Type)}",
                AttributeArguments.NameOf(law),
                drawn,
                advice);
        }
    }

    // A converter from strings needs choices, one from numbers a law of numbers.
    private static (string Drawn, string Advice)? AnalyzeConverted(AttributeData law, ITypeSymbol raw)
    {
        bool numeric = NumericLaw.IsNumeric(AttributeArguments.NameOf(law));
        return (raw.SpecialType == SpecialType.System_String, numeric) switch
        {
            (true, true) => ("numbers", "Use [Choice(\"…\")]"),
            (false, false) => ("single values", "Use [Uniform(low, high)] or another law of numbers"),
            _ => null,
        };
    }

    private static IMethodSymbol? Method(INamedTypeSymbol type, string name, Func<IMethodSymbol, bool> fits) =>
        type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method =>
            method is { IsStatic: true, IsGenericMethod: false, Parameters.Length: 1, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }
                && fits(method));

    private static bool IsRaw(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Double or SpecialType.System_Int64 or SpecialType.System_String;

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
}
