using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Hypermax.Generators.Tests.Hostile;

/// <summary>Breaks a source the way people and tools do: tokens lost, doubled or swapped, other types and numbers, files cut short.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Types =
    [
        "string", "int", "double", "bool", "object", "dynamic", "void", "decimal", "char", "Half", "nint", "double?", "string?", "int[]", "int[][]", "double?[]", "List<double>",
        "Dictionary<string, int>", "(int A, int B)", "Span<int>", "Nowhere", "List<>", "T", "TimeSpan", "Type", "Action", "Forest", "Booster", "Booster.None", "Version", "Int128", "int*",
    ];

    private static readonly string[] Numbers =
    [
        "double.NaN", "double.PositiveInfinity", "-1", "0", "1e308", "-1e308", "1e-320", "int.MaxValue", "long.MinValue", "0.5", "1.5", "\"x\"", "null", "default", "true", "'c'",
        "typeof(int)", "Nowhere", "1 / 0", "9999999999999999999999", "new[] { 1 }", "nameof(Trees)", "(byte)300", "2", "1000",
    ];

    private static readonly string[] Words =
    [
        "partial", "sealed", "abstract", "static", "private", "file", "ref", "in", "out", "required", "new", "readonly", "record", "class", "struct", "interface", "<T>", "[SearchSpace]",
        "[Uniform(0, 1)]", "[Choice]", "[Length(1, 2)]", "[Objective]", "[LessThan(\"Trees\")]", "[SumsTo(1)]", "[Absent]", "[Converter(typeof(int))]", "?", "*", "[]", ",", ";", "}", "{", ")",
    ];

    private readonly Random _random = new(seed);

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
        3 => Replace(source, OneOf(tokens, token, candidate => candidate.IsKind(SyntaxKind.NumericLiteralToken) || candidate.IsKind(SyntaxKind.StringLiteralToken)).Span, Numbers[_random.Next(Numbers.Length)]),
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
        SyntaxFacts.IsPredefinedType(token.Kind()) || (token.IsKind(SyntaxKind.IdentifierToken) && token.Text is "Booster" or "Layer" or "Criterion" or "Forest" or "TimeSpan" or "CancellationToken");

    private static string Swap(string source, SyntaxToken left, SyntaxToken right)
    {
        (SyntaxToken first, SyntaxToken second) = left.SpanStart < right.SpanStart ? (left, right) : (right, left);
        return first == second ? source : Replace(Replace(source, second.Span, first.Text), first.Span, second.Text);
    }

    private static string Replace(string source, TextSpan span, string text) => source[..span.Start] + text + source[span.End..];
}
