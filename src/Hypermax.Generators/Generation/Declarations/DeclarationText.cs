using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hypermax.Generators.Generation.Declarations;

/// <summary>The text of declarations without the bodies of their methods, as a hash and as words.</summary>
internal sealed class DeclarationText(SourceText text)
{
    private TextHash _hash = TextHash.Start();

    public ulong Hash => _hash.Value;

    public HashSet<string> Words { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets whether a name may be hidden in the text, so that <see cref="Words"/> is not all of it.</summary>
    public bool HidesNames { get; private set; }

    /// <summary>Adds a piece of the text as it stands.</summary>
    public void Add(int start, int end)
    {
        string piece = text.ToString(TextSpan.FromBounds(start, end));
        _hash.Add(piece);
        HidesNames |= !SourceWords.AddTo(Words, piece);
    }

    /// <summary>Adds a number.</summary>
    public void Add(ulong number) => _hash.Add(number);

    /// <summary>Adds a type with its members and the places that models have.</summary>
    public void Add(MemberDeclarationSyntax declaration)
    {
        if (HasPlace(declaration))
        {
            LinePosition place = text.Lines.GetLinePosition(declaration.SpanStart);
            _hash.Add(((ulong)place.Line << 32) | (uint)place.Character);
        }

        int start = declaration.FullSpan.Start;
        foreach (SyntaxNode inner in Inner(declaration))
        {
            Add(start, inner.FullSpan.Start);
            start = inner.FullSpan.End;
            if (inner is MemberDeclarationSyntax member)
            {
                Add(member);
            }
            else if (inner.ContainsDirectives)
            {
                // A '#nullable' in here is about what stands behind it, too.
                Add(inner.FullSpan.Start, inner.FullSpan.End);
            }
        }

        Add(start, declaration.FullSpan.End);
    }

    // Of a plain method and of a field nobody asks where it stands, so that code above it may grow.
    private static bool HasPlace(MemberDeclarationSyntax declaration) =>
        declaration is BaseTypeDeclarationSyntax or PropertyDeclarationSyntax || declaration.AttributeLists.Count > 0;

    // Members, and the bodies to leave out, in the order of the text.
    private static IEnumerable<SyntaxNode> Inner(MemberDeclarationSyntax declaration) => declaration switch
    {
        TypeDeclarationSyntax type => type.Members,
        BaseMethodDeclarationSyntax method => Bodies(method.Body, method.ExpressionBody),
        PropertyDeclarationSyntax { ExpressionBody: { } body } => [body],
        IndexerDeclarationSyntax { ExpressionBody: { } body } => [body],
        BasePropertyDeclarationSyntax { AccessorList: { } list } => list.Accessors.SelectMany(accessor => Bodies(accessor.Body, accessor.ExpressionBody)),
        _ => [],
    };

    private static IEnumerable<SyntaxNode> Bodies(SyntaxNode? block, SyntaxNode? expression)
    {
        if (block is not null)
        {
            yield return block;
        }

        if (expression is not null)
        {
            yield return expression;
        }
    }
}
