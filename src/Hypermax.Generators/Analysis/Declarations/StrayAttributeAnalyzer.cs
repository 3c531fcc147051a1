using System.Collections.Immutable;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Finds parameter attributes on what is no parameter: outside of search spaces, or on properties that cannot be set.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StrayAttributeAnalyzer : HypermaxAnalyzer
{
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "Length", "LessThan", "SumsTo", "Absent", "FormerName", "Converter", "Ordered", "Name",
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(MemberRules.OutsideSpace, MemberRules.NotSettable, MemberRules.TwoLaws);

    // Attributes are looked at by syntax: most parameters and properties have none, and of those that have, few are ours.
    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols) =>
        context.RegisterSyntaxNodeAction(action => Analyze(action, (AttributeSyntax)action.Node, symbols), SyntaxKind.Attribute);

    private static void Analyze(SyntaxNodeAnalysisContext context, AttributeSyntax attribute, HypermaxSymbols symbols)
    {
        if (attribute.Parent?.Parent is not (ParameterSyntax or PropertyDeclarationSyntax)
            || context.SemanticModel.GetDeclaredSymbol(attribute.Parent.Parent, context.CancellationToken) is not { } target)
        {
            return;
        }

        // What stands on a parameter is looked at by the other analyzers; binding an attribute costs more than all that is asked here.
        INamedTypeSymbol owner = target.ContainingType;
        bool isInSpace = owner is not null && symbols.IsSpace(owner);
        if ((isInSpace && IsMember(owner!, target, symbols)) || TypeOf(attribute, context) is not { } type || !IsOurs(type))
        {
            return;
        }

        string name = AttributeArguments.NameOf(type);
        if (!isInSpace)
        {
            // What a space inherits is looked at with the space.
            if (owner is not null
                && target is IPropertySymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
                && HasDerivedSpace(owner, context.Compilation.Assembly.GlobalNamespace, symbols))
            {
                return;
            }

            string ownerName = owner?.Name ?? "this";
            string remedy = owner is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false } && IsOfRecord(target)
                ? $"Put [SearchSpace] on '{ownerName}', or remove the attribute"
                : "Move it to a parameter of a record with [SearchSpace]";
            Report(context, MemberRules.OutsideSpace, attribute, name, target.Name, ownerName, remedy);
            return;
        }

        if (target is IPropertySymbol property)
        {
            AnalyzeProperty(context, attribute, property, name);
        }
        else
        {
            Report(
                context,
                MemberRules.OutsideSpace,
                attribute,
                name,
                target.Name,
                target.ContainingSymbol.Name,
                "Move it to a parameter of the search space itself");
        }
    }

    private static INamedTypeSymbol? TypeOf(AttributeSyntax attribute, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType;

    // The two parts of a partial property are two symbols; the type has one of them as its member.
    private static bool IsMember(INamedTypeSymbol owner, ISymbol target, HypermaxSymbols symbols) => symbols.MembersOf(owner).Any(member =>
        HypermaxSymbols.Is(member.Symbol, target)
        || HypermaxSymbols.Is(member.Property, target)
        || (target is IPropertySymbol
            && member.Property is { } property
            && property.Name == target.Name
            && HypermaxSymbols.Is(property.ContainingType, target.ContainingType)));

    private static void AnalyzeProperty(SyntaxNodeAnalysisContext context, AttributeSyntax attribute, IPropertySymbol property, string name)
    {
        if (property.GetAttributes().Any(candidate => HypermaxSymbols.IsHypermax(candidate, "NotSearched")))
        {
            Report(context, MemberRules.TwoLaws, attribute, property.Name, "NotSearched", name);
        }
        else
        {
            (string missing, string remedy) = SettableProperties.Setter(property) is null ? ("set", "Add 'init'")
                : SettableProperties.Getter(property) is null ? ("read", "Add 'get', as visible as the property")
                : ("reached", "Rename it, because another member hides it");
            Report(context, MemberRules.NotSettable, attribute, property.Name, name, missing, remedy);
        }
    }

    private static bool IsOurs(INamedTypeSymbol attribute) =>
        HypermaxSymbols.IsLaw(attribute)
        || (attribute.ContainingNamespace is { Name: "Hypermax", ContainingNamespace.IsGlobalNamespace: true }
            && Others.Contains(AttributeArguments.NameOf(attribute)));

    // Walks all types of the project, but only for an attribute that stands outside of a space: that is, almost never.
    private static bool HasDerivedSpace(INamedTypeSymbol owner, INamespaceOrTypeSymbol within, HypermaxSymbols symbols)
    {
        foreach (ISymbol member in within.GetMembers())
        {
            if (member is INamedTypeSymbol type && Derives(type, owner) && symbols.IsSpace(type))
            {
                return true;
            }

            if (member is INamespaceOrTypeSymbol inner && HasDerivedSpace(owner, inner, symbols))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (HypermaxSymbols.Is(current.OriginalDefinition, from))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfRecord(ISymbol target) =>
        target is IPropertySymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true } };

    private static void Report(SyntaxNodeAnalysisContext context, DiagnosticDescriptor rule, AttributeSyntax attribute, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, attribute.GetLocation(), arguments));
}
