using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Emits the binder of a type, with a pair of helper methods for each list and inner hierarchy.</summary>
internal static class BinderEmitter
{
    public static void Emit(CodeWriter writer, SpaceModel space)
    {
        string name = space.Type.FullName;
        BinderHelpers helpers = new();
        writer.Line(SourceFile.GeneratedCode);
        if (space.IsForbidden)
        {
            writer.Line(SourceFile.Obsolete);
        }

        using (writer.Block($"private {(space.Type.HidesPrivate ? "new " : string.Empty)}static class GeneratedBinder"))
        {
            EmitTables(writer, space.Shape, string.Empty);
            writer.Line($"public static {name} Bind(double[] vector, int start) =>");
            BindEmitter.Emit(writer, space.Type.FullName, space.Shape, helpers, string.Empty);
            writer.Line();
            using (writer.Block($"public static void Unbind({name} value, double[] vector, int start)"))
            {
                if (space.Type.IsReferenceType && space.Shape is ObjectShape)
                {
                    EmitNullGuard(writer, space.Count);
                }

                UnbindEmitter.EmitBody(writer, space.Shape, helpers, string.Empty);
            }

            while (helpers.TryTake(out BinderHelper? helper))
            {
                writer.Line();
                helper!.Emit(writer, helpers);
            }
        }
    }

    private static void EmitNullGuard(CodeWriter writer, Extent count)
    {
        if (count == Extent.Zero)
        {
            return;
        }

        using (writer.Block("if (value is null)"))
        {
            writer.Line($"global::Hypermax.Building.Binding.Missing(vector, start, {count});");
            writer.Line("return;");
        }

        writer.Line();
    }

    // Choices that are made by a method are made once.
    private static void EmitTables(CodeWriter writer, ShapeModel shape, string prefix)
    {
        if (shape is ObjectShape whole)
        {
            foreach (MemberModel member in whole.Members)
            {
                EmitTable(writer, member, prefix);
            }

            return;
        }

        HierarchyShape hierarchy = (HierarchyShape)shape;
        foreach (MemberModel member in hierarchy.Shared)
        {
            EmitTable(writer, member, prefix);
        }

        foreach (BranchModel branch in hierarchy.Branches)
        {
            EmitTables(writer, branch.Shape, Names.Join(prefix, branch.Name));
        }
    }

    private static void EmitTable(CodeWriter writer, MemberModel member, string prefix)
    {
        ValueModel value = member.Value is OptionalModel optional ? optional.Value : member.Value;
        value = value is ListModel list ? list.Element : value;
        if (value is not ScalarModel { Conversion.Kind: ConversionKind.Table, Domain: ChoiceDomain domain } scalar)
        {
            return;
        }

        using (writer.Block($"private static readonly {scalar.Type}[] {Names.Table(Names.Join(prefix, member.Name))} =", "};"))
        {
            foreach (ChoiceModel choice in domain.Choices)
            {
                writer.Line(choice.Code + ",");
            }
        }

        writer.Line();
    }
}
