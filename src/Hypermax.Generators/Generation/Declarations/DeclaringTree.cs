using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Generation.Declarations;

/// <summary>What one source file declares; read once, however many compilations the file is part of.</summary>
internal sealed class DeclaringTree
{
    // Entries live as long as their trees do.
    private static readonly ConditionalWeakTable<SyntaxTree, DeclaringTree> Known = new();

    private readonly CompilationUnitSyntax _root;
    private readonly Lazy<DeclarationText> _frame;

    private DeclaringTree(SyntaxTree tree, CancellationToken cancellation)
    {
        Tree = tree;
        _root = tree.GetRoot(cancellation) as CompilationUnitSyntax ?? SyntaxFactory.CompilationUnit();
        Visit(_root.Members, string.Empty);
        foreach (UsingDirectiveSyntax found in _root.Usings)
        {
            Visit(found);
        }

        _frame = new Lazy<DeclarationText>(ReadFrame);
    }

    public SyntaxTree Tree { get; }

    /// <summary>Gets the types of the file in their order.</summary>
    public List<DeclaredType> Types { get; } = [];

    /// <summary>Gets the names of its namespaces, whole.</summary>
    public List<string> Namespaces { get; } = [];

    /// <summary>Gets the names that aliases give, and the last part of what they stand for.</summary>
    public List<(string Name, string Target)> Aliases { get; } = [];

    /// <summary>Gets its <c>global using</c> directives as text, or null.</summary>
    public string? GlobalUsings { get; private set; }

    /// <summary>Gets whether it has statements outside of all types, which make a class Program.</summary>
    public bool HasStatements { get; private set; }

    /// <summary>Gets everything around the types: usings, namespaces, attributes of the assembly.</summary>
    public DeclarationText Frame => _frame.Value;

    public static DeclaringTree Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out DeclaringTree? known) ? known : Known.GetValue(tree, key => new DeclaringTree(key, cancellation));

    private void Visit(SyntaxList<MemberDeclarationSyntax> members, string outer)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax inner:
                    string name = outer + inner.Name;
                    Namespaces.Add(name);
                    foreach (UsingDirectiveSyntax found in inner.Usings)
                    {
                        Visit(found);
                    }

                    Visit(inner.Members, name + ".");
                    break;
                case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                    Types.Add(new DeclaredType(member));
                    break;
                case GlobalStatementSyntax:
                    HasStatements = true;
                    break;
            }
        }
    }

    private void Visit(UsingDirectiveSyntax found)
    {
        if (found.Alias is { } alias)
        {
            Aliases.Add((alias.Name.Identifier.ValueText, found.Name is { } target ? DeclaredType.NameOf(target) : string.Empty));
        }

        if (found.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
        {
            GlobalUsings += found.ToString() + "\n";
        }
    }

    private DeclarationText ReadFrame()
    {
        DeclarationText frame = new(Tree.GetText());
        int start = _root.FullSpan.Start;
        IEnumerable<SyntaxNode> outermost = _root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax);
        foreach (MemberDeclarationSyntax member in outermost.OfType<MemberDeclarationSyntax>())
        {
            if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or GlobalStatementSyntax)
            {
                frame.Add(start, member.FullSpan.Start);
                start = member.FullSpan.End;
            }
        }

        frame.Add(start, _root.FullSpan.End);
        AddDirectives(frame);
        return frame;
    }

    // '#nullable' between or in types is about all that stands behind it.
    private void AddDirectives(DeclarationText frame)
    {
        if (!_root.ContainsDirectives)
        {
            return;
        }

        for (DirectiveTriviaSyntax? directive = _root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is NullableDirectiveTriviaSyntax)
            {
                int before = Types.Count(type => type.Syntax.SpanStart < directive.SpanStart);
                frame.Add(directive.SpanStart, directive.Span.End);
                frame.Add((ulong)before);
            }
        }
    }
}
