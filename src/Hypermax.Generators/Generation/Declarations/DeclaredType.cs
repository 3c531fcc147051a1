using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Generation.Declarations;

/// <summary>One declaration of a type that is not nested in another, with everything in it.</summary>
internal sealed class DeclaredType
{
    private readonly Lazy<DeclarationText> _text;

    public DeclaredType(MemberDeclarationSyntax syntax)
    {
        Syntax = syntax;
        Name = syntax switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            DelegateDeclarationSyntax made => made.Identifier.ValueText,
            _ => string.Empty,
        };
        Visit(syntax);
        _text = new Lazy<DeclarationText>(() =>
        {
            DeclarationText text = new(syntax.SyntaxTree.GetText());
            text.Add(syntax);
            return text;
        });
    }

    public MemberDeclarationSyntax Syntax { get; }

    /// <summary>Gets the name of the type. Those of the types in it do not matter: nobody reaches one but through this one.</summary>
    public string Name { get; }

    /// <summary>Gets the types and methods with attributes, and the names of those as they are written.</summary>
    public List<(MemberDeclarationSyntax Member, string[] Attributes)> Attributed { get; } = [];

    /// <summary>Gets what of it can matter to others; made when it is asked for.</summary>
    public DeclarationText Text => _text.Value;

    private void Visit(MemberDeclarationSyntax syntax)
    {
        if (syntax.AttributeLists.Count > 0 && syntax is TypeDeclarationSyntax or MethodDeclarationSyntax)
        {
            Attributed.Add((syntax, [.. syntax.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => NameOf(attribute.Name))]));
        }

        if (syntax is TypeDeclarationSyntax container)
        {
            foreach (MemberDeclarationSyntax member in container.Members)
            {
                if (member is TypeDeclarationSyntax or MethodDeclarationSyntax)
                {
                    Visit(member);
                }
            }
        }
    }

    /// <summary>Gets the last part of a name as it is written.</summary>
    public static string NameOf(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => string.Empty,
    };
}
