using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Generation.Declarations;

/// <summary>A declaration that has annotated types or methods in it, by the look of their attributes.</summary>
/// <param name="Index">The place of the declaration among all of the project.</param>
/// <param name="Spaces">The annotated types in it, itself included, in the order of the source.</param>
/// <param name="Objectives">The annotated methods in it.</param>
internal sealed record AnnotatedType(int Index, IReadOnlyList<TypeDeclarationSyntax> Spaces, IReadOnlyList<MethodDeclarationSyntax> Objectives);
