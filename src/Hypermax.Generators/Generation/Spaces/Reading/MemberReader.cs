using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads one positional parameter or property.</summary>
internal static class MemberReader
{
    public static MemberModel? Read(SpaceMember member, ReadContext context)
    {
        MemberAttributes attributes = new(member.Attributes, context.Cancellation);
        string path = PathNames.Of(member);
        if (PathNames.FaultOf(path) is not null || ValueReader.Read(member.Type, attributes, DeclaredDefault(member, context), context) is not { } value)
        {
            return null;
        }

        context.Note(member.Property);
        context.Note(member.Type);
        context.Note(attributes.Converter);
        context.Note(ParseMethod.Of(member.Type));
        foreach (ISymbol method in attributes.Converter?.GetMembers().Where(candidate => candidate.Name is "Convert" or "ConvertBack") ?? [])
        {
            context.Note(method);
        }

        string? unit = attributes.Law?.Text("Unit");
        FactsModel facts = new(
            attributes.Law?.Text("Description") ?? Description(member, context),
            string.IsNullOrEmpty(unit) ? null : unit,
            attributes.FormerNames.ToEquatableArray(),
            Position(member.Symbol));
        return new MemberModel(member.Name, path, member.Parameter is not null, value, facts);
    }

    /// <summary>Gets what is known of a type as a whole.</summary>
    public static FactsModel FactsOf(INamedTypeSymbol type, ReadContext context) =>
        new(DocComments.Summary(type, context.Cancellation), null, EquatableArray<string>.Empty, Position(type));

    private static string? Description(SpaceMember member, ReadContext context) => member.Parameter is null
        ? Description(member.Property!, context)
        : DocComments.Parameter(member.Owner, member.Name, context.Cancellation) ?? Description(member.Property!, context);

    // A property says it itself, as a positional parameter of its record, or as the one that it overrides.
    private static string? Description(IPropertySymbol property, ReadContext context)
    {
        string? found = null;
        for (IPropertySymbol? declared = property; declared is not null && found is null; declared = declared.OverriddenProperty)
        {
            found = DocComments.Summary(declared, context.Cancellation) ?? DocComments.Parameter(declared.ContainingType, declared.Name, context.Cancellation);
        }

        return found;
    }

    /// <summary>Gets the place of a symbol in the source, or null when it comes from another assembly.</summary>
    public static PositionModel? Position(ISymbol symbol)
    {
        Location? location = symbol.Locations.FirstOrDefault(candidate => candidate.IsInSource);
        if (location is null)
        {
            return null;
        }

        FileLinePositionSpan span = location.GetLineSpan();
        return new PositionModel(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }

    // The default value of a positional parameter, or the constant that a property is initialised with.
    private static Optional<object?> DeclaredDefault(SpaceMember member, ReadContext context)
    {
        if (member.Parameter is { } parameter)
        {
            return parameter.HasExplicitDefaultValue ? new Optional<object?>(parameter.ExplicitDefaultValue) : default;
        }

        SyntaxNode? declaration = member.Property!.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation);
        return declaration is PropertyDeclarationSyntax { Initializer.Value: { } value }
            ? context.Compilation.GetSemanticModel(value.SyntaxTree).GetConstantValue(value, context.Cancellation)
            : default;
    }
}
