using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Emission;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Generation.Tuned;
using Hypermax.Generators.Generation.Tuned.Model;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Generation;

/// <summary>Emits spaces and binders for <c>[SearchSpace]</c> types, the registry of objectives, and tuned values.</summary>
/// <remarks>It reports nothing: what it cannot make code for, the analyzers explain.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class HypermaxGenerator : IIncrementalGenerator
{
    private readonly Func<ProjectReader> _makeReader;

    /// <summary>Creates the generator.</summary>
    public HypermaxGenerator()
        : this(static () => new ProjectReader())
    {
    }

    /// <summary>Creates a generator with a reader that can be asked afterwards how often it read.</summary>
    internal HypermaxGenerator(ProjectReader reader)
        : this(() => reader)
    {
    }

    private HypermaxGenerator(Func<ProjectReader> makeReader) => _makeReader = makeReader;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Not ForAttributeWithMetadataName: it binds every annotated type again at every edit, whatever was edited.
        ProjectReader reader = _makeReader();
        IncrementalValueProvider<ProjectModel> sources = context.CompilationProvider
            .Select((compilation, token) => reader.Read(compilation, token))
            .WithTrackingName(StepNames.Sources);

        IncrementalValueProvider<ProjectFacts> project = sources
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => ReadProject(pair.Left, pair.Right.GlobalOptions))
            .WithTrackingName(StepNames.Project);

        IncrementalValuesProvider<SpaceModel?> spaces = sources
            .SelectMany(static (all, _) => all.Spaces)
            .WithTrackingName(StepNames.Spaces);
        context.RegisterSourceOutput(spaces.Combine(project), static (output, pair) => EmitSpace(output, pair.Left, pair.Right));

        IncrementalValueProvider<EquatableArray<ObjectiveModel>> objectives = sources
            .Select(static (all, _) => all.Objectives)
            .WithTrackingName(StepNames.Objectives);
        IncrementalValueProvider<EquatableArray<TunedStudy>> studies = ReadTuned(context, objectives);

        // The registry repeats what the files say, for tests that evaluate their points again.
        IncrementalValueProvider<((EquatableArray<ObjectiveModel> Objectives, EquatableArray<TunedStudy> Tuned) All, ProjectFacts Project)> registry =
            objectives
            .Combine(studies)
            .Combine(project)
            .WithTrackingName(StepNames.Registry);
        context.RegisterSourceOutput(registry, static (output, pair) => EmitRegistry(output, pair.All.Objectives, pair.All.Tuned, pair.Project));

        // All classes in one step: there are few, and writing them costs microseconds.
        IncrementalValueProvider<EquatableArray<TunedClass>> classes = studies
            .Select(static (all, _) => TunedClass.Group(all).ToEquatableArray())
            .WithTrackingName(StepNames.TunedClasses);
        context.RegisterSourceOutput(classes.Combine(project), static (output, pair) => EmitTuned(output, pair.Left, pair.Right));
    }

    private static IncrementalValueProvider<EquatableArray<TunedStudy>> ReadTuned(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<ObjectiveModel>> objectives)
    {
        IncrementalValueProvider<ImmutableArray<TunedFile>> files = context.AdditionalTextsProvider
            .Where(static text => TunedFileReader.IsTunedFile(text.Path))
            .Select(static (text, token) => TunedFileReader.Read(text.Path, text.GetText(token)?.ToString() ?? string.Empty))
            .WithTrackingName(StepNames.TunedFiles)
            .Collect();

        return objectives
            .Combine(files)
            .Select(
                static (pair, _) =>
                    pair.Left.Select(objective => TunedStudy.Of(objective, TunedFileReader.Find(pair.Right, objective.Study))).ToEquatableArray())
            .WithTrackingName(StepNames.TunedStudies);
    }

    private static void EmitSpace(SourceProductionContext output, SpaceModel? space, ProjectFacts project)
    {
        if (space is not null && project.Language >= ProjectFacts.LeastLanguage)
        {
            output.AddSource(space.Type.HintName + ".SearchSpace.g.cs", SpaceEmitter.Emit(space, project));
        }
    }

    private static void EmitTuned(SourceProductionContext output, EquatableArray<TunedClass> classes, ProjectFacts project)
    {
        foreach (TunedClass tuned in project.Language >= ProjectFacts.LeastLanguage ? classes : EquatableArray<TunedClass>.Empty)
        {
            output.AddSource(tuned.HintName + ".g.cs", TunedEmitter.Emit(tuned, project));
        }
    }

    private static void EmitRegistry(
        SourceProductionContext output,
        EquatableArray<ObjectiveModel> objectives,
        EquatableArray<TunedStudy> tuned,
        ProjectFacts project)
    {
        if (project.HasRegistry && project.Language >= ProjectFacts.LeastLanguage)
        {
            output.AddSource("Hypermax.Objectives.g.cs", RegistryEmitter.Emit(objectives, tuned, project));
        }
    }

    // Set by the targets of Hypermax.MSBuild, see docs/guide/build.md: such types load where no assembly of Hypermax is installed.
    private static bool IsPrivate(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.HypermaxShared", out string? shared) && string.Equals(shared, "false", StringComparison.OrdinalIgnoreCase);

    private static ProjectFacts ReadProject(ProjectModel sources, AnalyzerConfigOptions options)
    {
        options.TryGetValue("build_property.ProjectDir", out string? folder);
        return new ProjectFacts(
            folder is { Length: > 0 } ? folder.Replace('\\', '/').TrimEnd('/') + "/" : string.Empty,
            sources.Assembly,
            sources.HasSearchSpaceInterface && (sources.HasGenericSpace || !IsPrivate(options)),
            sources.HasRegistry,
            sources.Language,
            sources.Aliases);
    }
}
