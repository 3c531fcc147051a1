namespace Hypermax.Generators.Generation;

/// <summary>The names of the pipeline's steps; tests assert on what was cached at each.</summary>
internal static class StepNames
{
    public const string Sources = nameof(Sources);
    public const string Project = nameof(Project);
    public const string Spaces = nameof(Spaces);
    public const string Objectives = nameof(Objectives);
    public const string TunedFiles = nameof(TunedFiles);
    public const string TunedStudies = nameof(TunedStudies);
    public const string TunedClasses = nameof(TunedClasses);
    public const string Registry = nameof(Registry);

    public static readonly string[] All = [Sources, Project, Spaces, Objectives, TunedFiles, TunedStudies, TunedClasses, Registry];
}
