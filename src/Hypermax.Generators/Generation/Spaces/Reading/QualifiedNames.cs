using System.Collections.Immutable;
using System.Text;
using Hypermax.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Writes the full names of types as generated code has to; those that <c>global::</c> does not reach, by the alias of their assembly.</summary>
internal sealed class QualifiedNames
{
    private const string Global = "global";

    private static readonly SymbolDisplayFormat Qualified =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly Dictionary<ISymbol, string> _aliases = new(SymbolEqualityComparer.Default);

    /// <summary>Knows the aliases that a project gives its references.</summary>
    /// <param name="compilation">The project.</param>
    public QualifiedNames(Compilation compilation)
    {
        foreach (MetadataReference reference in compilation.References)
        {
            if (AliasOf(reference) is { } alias && compilation.GetAssemblyOrModuleSymbol(reference) is { } assembly)
            {
                _aliases[assembly] = alias;
            }
        }
    }

    /// <summary>Gets the aliases that code may have to declare with <c>extern alias</c>, in a fixed order.</summary>
    /// <param name="compilation">The project.</param>
    public static IEnumerable<string> AliasesOf(Compilation compilation) =>
        compilation.References.Select(AliasOf).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(alias => alias, StringComparer.Ordinal);

    /// <summary>Gets a part of a name as code: keywords are escaped.</summary>
    public static string Code(SymbolDisplayPart part) =>
        part.Symbol is { } symbol and not IDynamicTypeSymbol && part.ToString() == symbol.Name ? Identifiers.Escape(symbol.Name) : part.ToString();

    /// <summary>Gets the full name with <c>global::</c> or an alias, type arguments that may be null as such, and escaped keywords.</summary>
    public string Of(ITypeSymbol type)
    {
        ImmutableArray<SymbolDisplayPart> parts = type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayParts(Qualified);
        StringBuilder name = new();
        for (int i = 0; i < parts.Length; i++)
        {
            bool isRoot = parts[i].Kind == SymbolDisplayPartKind.Keyword && parts[i].ToString() == Global;
            name.Append(isRoot ? RootOf(parts, i) : Code(parts[i]));
        }

        return name.ToString();
    }

    // A name without any alias is one of global::.
    private static string? AliasOf(MetadataReference reference) =>
        reference.Properties.Aliases is { IsDefaultOrEmpty: false } aliases && !aliases.Contains(Global) ? Identifiers.Escape(aliases[0]) : null;

    // The namespaces in between may be those of several assemblies.
    private string RootOf(ImmutableArray<SymbolDisplayPart> parts, int start)
    {
        ISymbol? type = parts.Skip(start).Select(part => part.Symbol).FirstOrDefault(symbol => symbol is ITypeSymbol);
        return type?.ContainingAssembly is { } assembly && _aliases.TryGetValue(assembly, out string? alias) ? alias : Global;
    }
}
