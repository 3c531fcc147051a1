using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hypermax.Generators.Tests.Hostile;

/// <summary>Breaks a source the way people and tools do: tokens lost, doubled or swapped, other types and numbers, files cut short.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Types =
    [
        "string", "int", "double", "bool", "object", "dynamic", "void", "decimal", "char", "Half", "nint", "double?", "string?", "int[]", "int[][]", "double?["
            + "]", "List<double>",
        "Dictionary<string, int>", "(int A, int B)", "Span<int>", "Nowhere", "List<>", "T", "TimeSpan", "Type", "Action", "Forest", "Booster", "Booster.None",
        "Version", "Int128", "int*",
    ];

    private static readonly string[] Numbers =
    [
        "double.NaN", "double.PositiveInfinity", "-1", "0", "1e308", "-1e308", "1e-320", "int.MaxValue", "long.MinValue", "0.5", "1.5", "\"x\"", "null", "defa"
            + "ult", "true", "'c'",
        "typeof(int)", "Nowhere", "1 / 0", "9999999999999999999999", "new[] { 1 }", "nameof(Trees)", "(byte)300", "2", "1000",
    ];

    private static readonly string[] Words =
    [
        "partial", "sealed", "abstract", "static", "private", "file", "ref", "in", "out", "required", "new", "readonly", "record", "class", "struct", "interfa"
            + "ce", "<T>", "[SearchSpace]",
        "[Uniform(0, 1)]", "[Choice]", "[Length(1, 2)]", "[Objective]", "[LessThan(\"Trees\")]", "[SumsTo(1)]", "[Absent]", "[Converter(typeof(int))]", "?",
        "*", "[]", ",", ";", "}", "{", ")",
    ];

    private static readonly string[] Laws =
    [
        "Uniform(0, 1)", "Uniform(1, 9)", "Uniform(9, 1)", "LogUniform(0, 10)", "LogUniform(1, 1e9)", "QUniform(0, 10, 3)", "QLogUniform(1, 64, 0)", "UniformI"
            + "nt(-3, 300)", "RandInt(5)", "RandInt(0)",
        "Normal(0, 1)", "QNormal(5, 2, 0.5)", "LogNormal(0, 1, Low = -1)", "Choice", "Choice(1, 2)", "Choice(\"a\", \"1\")", "Choice(\"00:01\")", "Choice(Crit"
            + "erion.Gini)", "Choice(true, false)", "Choice<int>(1, 2)",
        "Fixed(1)", "Fixed(\"a\")", "Fixed(2.5)", "Length(1, 2)", "Length(0, 300)", "Absent", "Ordered", "LessThan(\"Most\")", "LessThan(\"Kind\")", "SumsTo(1"
            + ")", "SumsTo(7, Group = \"g\")", "FormerName(\"Old\")",
        "Converter(typeof(Layer))", "Uniform(0, 1, Default = 3)", "Choice(\"a\", Weights = new[] { 0.5, 0.5 })", "Uniform(0, 1), Uniform(0, 1)",
    ];

    private static readonly string[] ValidTypes =
    [
        "string", "int", "double", "bool", "object", "decimal", "char", "byte", "ulong", "Half", "nint", "double?", "int?", "string?", "bool?", "int[]", "int["
            + "][]", "double?[]", "List<double>", "IReadOnlyList<string>",
        "Dictionary<string, int>", "(int A, int B)", "TimeSpan", "TimeSpan?", "Type", "Action", "Booster", "Booster?", "Booster.None", "Layer", "Layer[]", "Li"
            + "st<Booster>", "Version", "Criterion", "Criterion?", "Criterion[]", "Forest", "DateTime",
    ];

    private static readonly string[] ValidNumbers =
        ["double.NaN", "double.PositiveInfinity", "-1", "0", "1e308", "-1e308", "1e-320", "0.5", "1.5", "2", "7", "64", "300", "1000", "1 / 3.0", "1e10"];

    private readonly Random _random = new(seed);

    /// <summary>Changes what a parameter is without breaking the syntax: its law, its numbers, its type, a modifier.</summary>
    public string NextValid(string source)
    {
        int times = 1 + _random.Next(2);
        for (int i = 0; i < times; i++)
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
            AttributeSyntax[] attributes =
            [
                .. root.DescendantNodes()
                    .OfType<AttributeSyntax>()
                    .Where(attribute => attribute.Parent?.Parent is ParameterSyntax or PropertyDeclarationSyntax),
            ];
            TypeSyntax[] types =
            [
                .. root.DescendantNodes().OfType<ParameterSyntax>().Select(parameter => parameter.Type).OfType<TypeSyntax>(),
                .. root.DescendantNodes().OfType<PropertyDeclarationSyntax>().Select(property => property.Type),
            ];
            ExpressionSyntax[] numbers =
            [
                .. attributes.SelectMany(attribute => attribute.DescendantNodes().OfType<LiteralExpressionSyntax>()).Where(
                    literal => literal.IsKind(SyntaxKind.NumericLiteralExpression)),
            ];
            SyntaxToken[] modifiers =
            [
                .. root.DescendantTokens().Where(
                    token => token.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.RequiredKeyword),
            ];
            source = _random.Next(9) switch
            {
                0 or 1 or 2 => Replace(source, Pick(attributes).Span, Laws[_random.Next(Laws.Length)]),
                3 or 4 => Replace(source, Pick(types).Span, ValidTypes[_random.Next(ValidTypes.Length)]),
                5 or 6 => Replace(source, Pick(numbers).Span, ValidNumbers[_random.Next(ValidNumbers.Length)]),
                7 => Replace(source, Pick(attributes).Parent!.Span, string.Empty),
                _ => Replace(source, modifiers[_random.Next(modifiers.Length)].Span, string.Empty),
            };
        }

        return source;
    }

    private T Pick<T>(T[] nodes) => nodes[_random.Next(nodes.Length)];

    public string Next(string source)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        int times = _random.Next(4) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++)
        {
            source = Once(source, tokens[_random.Next(tokens.Length)], tokens);
            tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        }

        return source;
    }

    private string Once(string source, SyntaxToken token, SyntaxToken[] tokens) => _random.Next(8) switch
    {
        0 => Replace(source, token.Span, string.Empty),
        1 => Replace(source, token.Span, $"{token} {token}"),
        2 => Swap(source, token, tokens[_random.Next(tokens.Length)]),
        3 => Replace(
            source,
            OneOf(tokens, token, candidate => candidate.IsKind(SyntaxKind.NumericLiteralToken) || candidate.IsKind(SyntaxKind.StringLiteralToken)).Span,
            Numbers[_random.Next(Numbers.Length)]),
        4 => Replace(source, OneOf(tokens, token, IsType).Span, Types[_random.Next(Types.Length)]),
        5 => Replace(source, new TextSpan(token.SpanStart, 0), Words[_random.Next(Words.Length)] + " "),
        6 => source[..token.SpanStart],
        _ => Replace(source, OneOf(tokens, token, candidate => SyntaxFacts.IsKeywordKind(candidate.Kind())).Span, Words[_random.Next(Words.Length)]),
    };

    private SyntaxToken OneOf(SyntaxToken[] tokens, SyntaxToken other, Func<SyntaxToken, bool> fits)
    {
        SyntaxToken[] fitting = [.. tokens.Where(fits)];
        return fitting.Length == 0 ? other : fitting[_random.Next(fitting.Length)];
    }

    private static bool IsType(SyntaxToken token) =>
        SyntaxFacts.IsPredefinedType(token.Kind())
            || (token.IsKind(SyntaxKind.IdentifierToken) && token.Text is "Booster" or "Layer" or "Criterion" or "Forest" or "TimeSpan" or "CancellationToken");

    private static string Swap(string source, SyntaxToken left, SyntaxToken right)
    {
        (SyntaxToken first, SyntaxToken second) = left.SpanStart < right.SpanStart ? (left, right) : (right, left);
        return first == second ? source : Replace(Replace(source, second.Span, first.Text), first.Span, second.Text);
    }

    private static string Replace(string source, TextSpan span, string text) => source[..span.Start] + text + source[span.End..];
}
