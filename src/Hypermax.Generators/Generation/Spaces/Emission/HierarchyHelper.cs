using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Binds and unbinds a branch that has branches of its own.</summary>
/// <param name="Name">What the names of the methods end in.</param>
/// <param name="Type">The type of the branch.</param>
/// <param name="Shape">Its branches.</param>
internal sealed record HierarchyHelper(string Name, string Type, HierarchyShape Shape) : BinderHelper(Name)
{
    public override void Emit(CodeWriter writer, BinderHelpers helpers)
    {
        writer.Line($"private static {Type} Bind{Name}(double[] vector, int start) =>");
        BindEmitter.Emit(writer, Type, Shape, helpers, Name);
        writer.Line();
        using (writer.Block($"private static void Unbind{Name}({Type} value, double[] vector, int start)"))
        {
            UnbindEmitter.EmitBody(writer, Shape, helpers, Name);
        }
    }
}
