using System.Collections.Immutable;
using Hypermax.Generators.Generation.Declarations;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Generation;

/// <summary>Reads projects and remembers what it read: symbols are made only for types that an edit can matter to.</summary>
/// <remarks>Every driver has a reader of its own. Safe to use from several threads; it holds models only, never a compilation.</remarks>
internal sealed class ProjectReader
{
    // Of the last few projects: one would do for typing, more serve undoing and drivers that were forked.
    private const int MostRemembered = 4;

    private ImmutableArray<Memory> _remembered = ImmutableArray<Memory>.Empty;

    private int _readings;

    /// <summary>Gets how many annotated declarations were read and not remembered.</summary>
    public int Readings => Volatile.Read(ref _readings);

    public ProjectModel Read(Compilation compilation, CancellationToken cancellation)
    {
        ProjectDeclarations declarations = ProjectDeclarations.Of(compilation, cancellation);
        ulong whole = declarations.Fingerprint(declarations.Annotated);
        ImmutableArray<Memory> remembered = _remembered;
        foreach (Memory memory in remembered)
        {
            if (memory.Fingerprint == whole)
            {
                return memory.Project;
            }
        }

        Dictionary<ulong, TypeModels> read = [];
        List<SpaceModel?> spaces = [];
        List<ObjectiveModel> objectives = [];
        foreach (AnnotatedType type in declarations.Annotated)
        {
            ulong fingerprint = declarations.Fingerprint([type]);
            TypeModels models = remembered.Select(memory => memory.Find(fingerprint)).FirstOrDefault(found => found is not null)
                ?? Read(type, compilation, cancellation);
            read[fingerprint] = models;
            spaces.AddRange(models.Spaces);
            objectives.AddRange(models.Objectives);
        }

        ProjectModel project = new(
            spaces.ToEquatableArray(),
            objectives.ToEquatableArray(),
            compilation.AssemblyName ?? string.Empty,
            ProjectFacts.LanguageOf(compilation) >= ProjectFacts.StaticAbstractMembers
                && compilation.GetTypeByMetadataName("Hypermax.ISearchSpace`1") is not null,
            compilation.GetTypeByMetadataName("Hypermax.Building.ObjectiveRegistry") is not null,
            ProjectFacts.LanguageOf(compilation),
            QualifiedNames.AliasesOf(compilation).ToEquatableArray());
        ImmutableInterlocked.Update(
            ref _remembered,
            static (known, added) => known.RemoveAll(memory => memory.Fingerprint == added.Fingerprint)
                .Insert(0, added)
                .Take(MostRemembered)
                .ToImmutableArray(),
            new Memory(whole, project, read));
        return project;
    }

    private TypeModels Read(AnnotatedType type, Compilation compilation, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _readings);
        return new TypeModels(
            [.. type.Spaces.Select(node => ReadSpace(node, compilation, cancellation))],
            [.. type.Objectives.Select(node => ReadObjective(node, compilation, cancellation)).OfType<ObjectiveModel>()]);
    }

    private static SpaceModel? ReadSpace(TypeDeclarationSyntax node, Compilation compilation, CancellationToken cancellation) =>
        compilation.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, cancellation) is INamedTypeSymbol type
            && Own(type, "SearchSpaceAttribute", node) is not null
            ? SpaceModelReader.Read(type, compilation, cancellation)
            : null;

    private static ObjectiveModel? ReadObjective(MethodDeclarationSyntax node, Compilation compilation, CancellationToken cancellation) =>
        compilation.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, cancellation) is IMethodSymbol method
            && Own(method, "ObjectiveAttribute", node) is { } attribute
            ? ObjectiveModelReader.Read(method, attribute, compilation, cancellation)
            : null;

    // The attribute may stand on several parts, in broken code; the first one speaks for all.
    private static AttributeData? Own(ISymbol symbol, string name, SyntaxNode node) =>
        MemberAttributes.Find(symbol, name) is { ApplicationSyntaxReference: { } place } attribute
            && place.SyntaxTree == node.SyntaxTree
            && node.Span.Contains(place.Span)
            ? attribute
            : null;

    /// <summary>What one declaration gave.</summary>
    private sealed record TypeModels(IReadOnlyList<SpaceModel?> Spaces, IReadOnlyList<ObjectiveModel> Objectives);

    /// <summary>What one project gave, whole and by declaration.</summary>
    private sealed class Memory(ulong fingerprint, ProjectModel project, Dictionary<ulong, TypeModels> types)
    {
        public ulong Fingerprint { get; } = fingerprint;

        public ProjectModel Project { get; } = project;

        public TypeModels? Find(ulong type) => types.TryGetValue(type, out TypeModels? found) ? found : null;
    }
}
