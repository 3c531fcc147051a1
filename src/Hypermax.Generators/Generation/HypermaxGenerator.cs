using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Emission;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Generation.Tuned;
using Hypermax.Generators.Generation.Tuned.Model;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Generation;

/// <summary>Emits spaces and binders for <c>[SearchSpace]</c> types, the registry of objectives, and tuned values.</summary>
/// <remarks>It reports nothing: what it cannot make code for, the analyzers explain.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class HypermaxGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ProjectFacts> project = context.CompilationProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => ReadProject(pair.Left, pair.Right.GlobalOptions))
            .WithTrackingName(StepNames.Project);

        // Nulls are not filtered away: Roslyn 4.14 mixes up cached outputs after an entry has vanished (a test shows it).
        IncrementalValuesProvider<SpaceModel?> spaces = context.SyntaxProvider
            .ForAttributeWithMetadataName("Hypermax.SearchSpaceAttribute", static (node, _) => node is TypeDeclarationSyntax, static (found, token) => ReadSpace(found, token))
            .WithTrackingName(StepNames.Spaces);
        context.RegisterSourceOutput(spaces.Combine(project), static (output, pair) => EmitSpace(output, pair.Left, pair.Right));

        IncrementalValuesProvider<ObjectiveModel?> objectives = context.SyntaxProvider
            .ForAttributeWithMetadataName("Hypermax.ObjectiveAttribute", static (node, _) => node is MethodDeclarationSyntax, static (found, token) => ReadObjective(found, token))
            .WithTrackingName(StepNames.Objectives);
        IncrementalValueProvider<(EquatableArray<ObjectiveModel> Objectives, ProjectFacts Project)> registry = objectives
            .Collect()
            .Select(static (all, _) => all.OfType<ObjectiveModel>().ToEquatableArray())
            .Combine(project)
            .WithTrackingName(StepNames.Registry);
        context.RegisterSourceOutput(registry, static (output, pair) => EmitRegistry(output, pair.Objectives, pair.Project));

        InitializeTuned(context, objectives);
    }

    private static void InitializeTuned(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ObjectiveModel?> objectives)
    {
        IncrementalValueProvider<ImmutableArray<TunedFile>> files = context.AdditionalTextsProvider
            .Where(static text => TunedFileReader.IsTunedFile(text.Path))
            .Select(static (text, token) => TunedFileReader.Read(text.Path, text.GetText(token)?.ToString() ?? string.Empty))
            .WithTrackingName(StepNames.TunedFiles)
            .Collect();

        IncrementalValuesProvider<TunedStudy?> studies = objectives
            .Combine(files)
            .Select(static (pair, _) => pair.Left is null ? null : TunedStudy.Of(pair.Left, TunedFileReader.Find(pair.Right, pair.Left.Study)))
            .WithTrackingName(StepNames.TunedStudies);

        // All classes in one step: there are few, and writing them costs microseconds.
        IncrementalValueProvider<EquatableArray<TunedClass>> classes = studies
            .Collect()
            .Select(static (all, _) => TunedClass.Group(all.OfType<TunedStudy>()).ToEquatableArray())
            .WithTrackingName(StepNames.TunedClasses);
        context.RegisterSourceOutput(classes, static (output, all) => EmitTuned(output, all));
    }

    private static void EmitSpace(SourceProductionContext output, SpaceModel? space, ProjectFacts project)
    {
        if (space is not null)
        {
            output.AddSource(space.Type.HintName + ".SearchSpace.g.cs", SpaceEmitter.Emit(space, project));
        }
    }

    private static void EmitTuned(SourceProductionContext output, EquatableArray<TunedClass> classes)
    {
        foreach (TunedClass tuned in classes)
        {
            output.AddSource(tuned.HintName + ".g.cs", TunedEmitter.Emit(tuned));
        }
    }

    private static void EmitRegistry(SourceProductionContext output, EquatableArray<ObjectiveModel> objectives, ProjectFacts project)
    {
        if (project.HasRegistry)
        {
            output.AddSource("Hypermax.Objectives.g.cs", RegistryEmitter.Emit(objectives, project));
        }
    }

    private static ProjectFacts ReadProject(Compilation compilation, AnalyzerConfigOptions options)
    {
        options.TryGetValue("build_property.ProjectDir", out string? folder);
        return new ProjectFacts(
            folder is { Length: > 0 } ? folder.Replace('\\', '/').TrimEnd('/') + "/" : string.Empty,
            compilation.AssemblyName ?? string.Empty,
            compilation.GetTypeByMetadataName("Hypermax.ISearchSpace`1") is not null,
            compilation.GetTypeByMetadataName("Hypermax.Building.ObjectiveRegistryAttribute") is not null);
    }

    private static SpaceModel? ReadSpace(GeneratorAttributeSyntaxContext found, CancellationToken token)
    {
        // The attribute may stand on several parts of a type, in broken code; the first one speaks for all.
        bool isFirst = found.TargetSymbol is INamedTypeSymbol
            && found.Attributes[0].ApplicationSyntaxReference is { } first
            && found.TargetNode.Span.Contains(first.Span)
            && first.SyntaxTree == found.TargetNode.SyntaxTree
            && MemberAttributes.Find(found.TargetSymbol, "SearchSpaceAttribute")?.ApplicationSyntaxReference?.Span == first.Span;
        return isFirst ? SpaceModelReader.Read((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, token) : null;
    }

    private static ObjectiveModel? ReadObjective(GeneratorAttributeSyntaxContext found, CancellationToken token) =>
        found.TargetSymbol is IMethodSymbol method
            ? ObjectiveModelReader.Read(method, found.Attributes[0], found.SemanticModel.Compilation, token)
            : null;
}
