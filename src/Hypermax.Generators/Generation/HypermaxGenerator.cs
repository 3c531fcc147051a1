using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Emission;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Generation.Tuned;
using Hypermax.Generators.Generation.Tuned.Model;
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

        IncrementalValuesProvider<SpaceModel> spaces = context.SyntaxProvider
            .ForAttributeWithMetadataName("Hypermax.SearchSpaceAttribute", static (node, _) => node is TypeDeclarationSyntax, static (found, token) => ReadSpace(found, token))
            .Where(static space => space is not null)
            .Select(static (space, _) => space!)
            .WithTrackingName(StepNames.Spaces);
        context.RegisterSourceOutput(spaces.Combine(project), static (output, pair) =>
            output.AddSource(pair.Left.Type.HintName + ".SearchSpace.g.cs", SpaceEmitter.Emit(pair.Left, pair.Right)));

        IncrementalValuesProvider<ObjectiveModel> objectives = context.SyntaxProvider
            .ForAttributeWithMetadataName("Hypermax.ObjectiveAttribute", static (node, _) => node is MethodDeclarationSyntax, static (found, token) => ReadObjective(found, token))
            .Where(static objective => objective is not null)
            .Select(static (objective, _) => objective!)
            .WithTrackingName(StepNames.Objectives);
        IncrementalValueProvider<(ImmutableArray<ObjectiveModel> Objectives, ProjectFacts Project)> registry = objectives
            .Collect()
            .WithComparer(SequenceComparer<ObjectiveModel>.Instance)
            .Combine(project)
            .WithTrackingName(StepNames.Registry);
        context.RegisterSourceOutput(registry, static (output, pair) => EmitRegistry(output, pair.Objectives, pair.Project));

        InitializeTuned(context, objectives);
    }

    private static void InitializeTuned(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ObjectiveModel> objectives)
    {
        IncrementalValueProvider<ImmutableArray<TunedFile>> files = context.AdditionalTextsProvider
            .Where(static text => TunedFileReader.IsTunedFile(text.Path))
            .Select(static (text, token) => TunedFileReader.Read(text.Path, text.GetText(token)?.ToString() ?? string.Empty))
            .WithTrackingName(StepNames.TunedFiles)
            .Collect();

        IncrementalValuesProvider<TunedStudy> studies = objectives
            .Combine(files)
            .Select(static (pair, _) => TunedStudy.Of(pair.Left, TunedFileReader.Find(pair.Right, pair.Left.Study)))
            .WithTrackingName(StepNames.TunedStudies);

        IncrementalValuesProvider<TunedClass> classes = studies
            .Collect()
            .SelectMany(static (all, _) => TunedClass.Group(all))
            .WithTrackingName(StepNames.TunedClasses);
        context.RegisterSourceOutput(classes, static (output, tuned) =>
            output.AddSource(tuned.HintName + ".g.cs", TunedEmitter.Emit(tuned)));
    }

    private static void EmitRegistry(SourceProductionContext output, ImmutableArray<ObjectiveModel> objectives, ProjectFacts project)
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
