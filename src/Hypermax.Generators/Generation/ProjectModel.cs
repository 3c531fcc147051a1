using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation;

/// <summary>Everything that is read from the sources of a project.</summary>
/// <param name="Spaces">The annotated types; null where no code can be made for one.</param>
/// <param name="Objectives">The annotated methods that can be called as objectives.</param>
/// <param name="Assembly">The name of the assembly.</param>
/// <param name="HasSearchSpaceInterface">Whether the framework can express <c>ISearchSpace</c>.</param>
/// <param name="HasRegistry">Whether the project references Hypermax, so that its objectives can be listed.</param>
/// <param name="Language">The version of C#, times a hundred.</param>
/// <param name="Aliases">The aliases of references that <c>global::</c> does not reach.</param>
internal sealed record ProjectModel(
    EquatableArray<SpaceModel?> Spaces,
    EquatableArray<ObjectiveModel> Objectives,
    string Assembly,
    bool HasSearchSpaceInterface,
    bool HasRegistry,
    int Language,
    EquatableArray<string> Aliases)
{
    /// <summary>Gets whether a space has a type parameter, which is bound through <c>ISearchSpace</c> alone.</summary>
    public bool HasGenericSpace => Spaces.Any(static space => space?.Type.Declaration.IndexOf('<') >= 0);
}
