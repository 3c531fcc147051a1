using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Roslyn;

/// <summary>The arguments of one attribute by the names of its parameters and properties, with their places in the source.</summary>
/// <remarks>Names compare without case, so that <c>low</c> and <c>Low</c> are the same argument however the attribute takes it.</remarks>
internal sealed class AttributeArguments
{
    // Two dozen analyzers look at the same attributes. They live as long as their compilation, and so does what was read.
    private static readonly ConditionalWeakTable<AttributeData, AttributeArguments> Known = new();

    private readonly Dictionary<string, TypedConstant> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ExpressionSyntax> _syntax = new(StringComparer.OrdinalIgnoreCase);

    private AttributeArguments(AttributeData data, CancellationToken cancellation)
    {
        Data = data;
        Syntax = data.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        IMethodSymbol? constructor = data.AttributeConstructor;
        for (int i = 0; constructor is not null && i < constructor.Parameters.Length && i < data.ConstructorArguments.Length; i++)
        {
            _values[constructor.Parameters[i].Name] = data.ConstructorArguments[i];
        }

        foreach (KeyValuePair<string, TypedConstant> named in data.NamedArguments)
        {
            _values[named.Key] = named.Value;
        }

        ReadSyntax(constructor);
    }

    /// <summary>Reads an attribute, once for all that ask.</summary>
    public static AttributeArguments Of(AttributeData data, CancellationToken cancellation) =>
        Known.TryGetValue(data, out AttributeArguments? known) ? known : Known.GetValue(data, key => new AttributeArguments(key, cancellation));

    public AttributeData Data { get; }

    public AttributeSyntax? Syntax { get; }

    /// <summary>Gets the attribute's name without its suffix, as users write it.</summary>
    public string Name => NameOf(Data);

    public static string NameOf(AttributeData data) => data.AttributeClass is { } type ? NameOf(type) : string.Empty;

    public static string NameOf(INamedTypeSymbol attribute)
    {
        string name = attribute.Name;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    /// <summary>Tells whether the argument was written down.</summary>
    public bool Has(string name) => _syntax.ContainsKey(name);

    public bool TryGet(string name, out TypedConstant value) =>
        _values.TryGetValue(name, out value) && value.Kind != TypedConstantKind.Error;

    /// <summary>Gets a number of any built-in type.</summary>
    public double? Number(string name) => TryGet(name, out TypedConstant value) ? ToNumber(value) : null;

    public string? Text(string name) =>
        TryGet(name, out TypedConstant value) && value.Kind == TypedConstantKind.Primitive ? value.Value as string : null;

    /// <summary>Gets the elements of a <c>params</c> or array argument; empty when it is missing or null.</summary>
    public IReadOnlyList<TypedConstant> Items(string name) =>
        TryGet(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, IsNull: false } ? value.Values : ImmutableArray<TypedConstant>.Empty;

    public static double? ToNumber(TypedConstant value) =>
        value is { Kind: TypedConstantKind.Primitive, Value: IConvertible number and not (string or bool or char) }
            ? number.ToDouble(CultureInfo.InvariantCulture)
            : null;

    /// <summary>Gets the place of an argument's expression, or of the whole attribute when it was not written down.</summary>
    public Location LocationOf(string name) => Expression(name)?.GetLocation() ?? Location;

    /// <summary>Gets the place of the attribute, name and arguments.</summary>
    public Location Location => Syntax?.GetLocation() ?? Location.None;

    public ExpressionSyntax? Expression(string name) => _syntax.TryGetValue(name, out ExpressionSyntax? expression) ? expression : null;

    /// <summary>Gets the expressions of the elements of a <c>params</c> or array argument, where they are written one by one.</summary>
    public IReadOnlyList<ExpressionSyntax> ItemExpressions(string name)
    {
        if (Syntax?.ArgumentList is not { } list || !TryGet(name, out TypedConstant value) || value.Kind != TypedConstantKind.Array)
        {
            return [];
        }

        ExpressionSyntax? single = Expression(name);
        IReadOnlyList<ExpressionSyntax>? elements = single switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression)],
            _ => null,
        };
        if (elements is null)
        {
            int first = single is null ? list.Arguments.Count : list.Arguments.IndexOf(argument => argument.Expression == single);
            elements = [.. list.Arguments.Skip(first).Where(argument => argument.NameEquals is null).Select(argument => argument.Expression)];
        }

        return elements.Count == value.Values.Length ? elements : [];
    }

    private void ReadSyntax(IMethodSymbol? constructor)
    {
        if (Syntax?.ArgumentList is not { } list)
        {
            return;
        }

        for (int i = 0; i < list.Arguments.Count; i++)
        {
            AttributeArgumentSyntax argument = list.Arguments[i];
            string? name = argument.NameEquals?.Name.Identifier.ValueText
                ?? argument.NameColon?.Name.Identifier.ValueText
                ?? (constructor is not null && i < constructor.Parameters.Length ? constructor.Parameters[i].Name : null);

            // Further values of a params array have no name of their own: the first one stands for the array.
            if (name is not null && !_syntax.ContainsKey(name))
            {
                _syntax.Add(name, argument.Expression);
            }
        }
    }
}
