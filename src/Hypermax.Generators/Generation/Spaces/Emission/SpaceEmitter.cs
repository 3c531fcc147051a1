using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Emits the part of a search-space type that describes and binds it.</summary>
internal static class SpaceEmitter
{
    public static string Emit(SpaceModel space, ProjectFacts project) => SourceFile.Write(space.Type, project, writer =>
    {
        string name = space.Type.FullName;
        string hides = space.Type.HidesInherited ? "new " : string.Empty;
        string contract = project.HasSearchSpaceInterface ? $" : global::Hypermax.ISearchSpace<{name}>" : string.Empty;
        using (writer.Block(space.Type.Declaration + contract))
        {
            writer.Line($"/// <summary>Gets the space that values of <see cref=\"{Cref(space.Type)}\"/> are drawn from.</summary>");
            writer.Line(SourceFile.GeneratedCode);
            writer.Line($"public static {hides}global::Hypermax.SearchSpace<{name}> SearchSpace {{ get; }} = CreateSearchSpace();").Line();
            DescriptionEmitter.Emit(writer, space, project);
            writer.Line();
            PredicateEmitter.Emit(writer, space);
            BinderEmitter.Emit(writer, space);
        }
    });

    private static string Cref(TypeModel type)
    {
        int generic = type.Declaration.IndexOf('<');
        return generic < 0 ? TypeNameOf(type.Declaration) : TypeNameOf(type.Declaration).Replace('<', '{').Replace('>', '}');
    }

    private static string TypeNameOf(string declaration)
    {
        int generic = declaration.IndexOf('<');
        int space = declaration.LastIndexOf(' ', generic < 0 ? declaration.Length - 1 : generic);
        return declaration.Substring(space + 1);
    }
}
