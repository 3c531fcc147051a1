using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Hypermax.Generators.Generation.Declarations;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Names of generated files.</summary>
internal static class HintNames
{
    private const int MostBytes = 120;

    private const int KeptLetters = 80;

    // Every type asks about its siblings. Symbols live as long as their compilation, and so do the tables.
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, NameTable> Siblings = new();

    /// <summary>Gets the name of a type with its namespace, with a number behind it when another type differs by case only, as hint names do not.</summary>
    public static string Of(INamedTypeSymbol type) => Shortened(Whole(type));

    // With the longest ending behind it, a file system's 255 bytes and the folders around it leave so much.
    private static string Shortened(string name)
    {
        bool isPlain = name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or ',' or '{' or '}');
        if (isPlain && Encoding.UTF8.GetByteCount(name) <= MostBytes)
        {
            return name;
        }

        TextHash hash = TextHash.Start();
        hash.Add(name);
        string plain = string.Concat(name.Select(letter => letter < 128 && (char.IsLetterOrDigit(letter) || letter == '.') ? letter : '_'));
        return $"{plain.Substring(Math.Max(0, plain.Length - KeptLetters)).TrimStart('.')}-{hash.Value.ToString("x16", CultureInfo.InvariantCulture)}";
    }

    private static string Whole(INamedTypeSymbol type)
    {
        string name = type.Arity == 0 ? type.Name : type.Name + "{" + string.Join(",", type.TypeParameters.Select(parameter => parameter.Name)) + "}";
        string prefix = type.ContainingType is { } outer
            ? Whole(outer) + "."
            : type.ContainingNamespace is { IsGlobalNamespace: false } space ? Of(space) + "." : string.Empty;
        return prefix + name + Suffix(type);
    }

    private static string Of(INamespaceSymbol space) =>
        (space.ContainingNamespace is { IsGlobalNamespace: false } outer ? Of(outer) + "." : string.Empty) + space.Name + Suffix(space);

    private static string Suffix(INamespaceOrTypeSymbol symbol)
    {
        INamespaceOrTypeSymbol container = (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
        int twins = Siblings.GetValue(container, static within => new NameTable(within)).CountBefore(symbol.Name);
        return twins == 0 ? string.Empty : "-" + twins.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The names of the types and namespaces in one container, by themselves without case.</summary>
    private sealed class NameTable
    {
        private readonly ILookup<string, string> _names;

        public NameTable(INamespaceOrTypeSymbol container) => _names = container.GetMembers()
            .Where(member => member is INamespaceOrTypeSymbol)
            .Select(member => member.Name)
            .Distinct(StringComparer.Ordinal)
            .ToLookup(name => name, StringComparer.OrdinalIgnoreCase);

        /// <summary>Gets the number of names that differ from one by case only and come before it.</summary>
        public int CountBefore(string name) => _names[name].Count(other => string.CompareOrdinal(other, name) < 0);
    }
}
