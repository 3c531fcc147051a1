using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Binds and unbinds a list.</summary>
/// <param name="Name">What the names of the methods end in.</param>
/// <param name="List">The list.</param>
internal sealed record ListHelper(string Name, ListModel List) : BinderHelper(Name)
{
    public override void Emit(CodeWriter writer, BinderHelpers helpers)
    {
        EmitBind(writer, helpers);
        writer.Line();
        EmitUnbind(writer, helpers);
    }

    private void EmitBind(CodeWriter writer, BinderHelpers helpers)
    {
        using (writer.Block($"private static {List.Type} Bind{Name}(double[] vector, int start)"))
        {
            writer.Line($"{List.Element.Type}[] items = {NewArray()};");
            using (writer.Block("for (int i = 0; i < items.Length; i++)"))
            {
                writer.Line("int at = " + At() + ";");
                writer.Line($"items[i] = {BindEmitter.Expression(List.Element, new Place("at"), Name, helpers)};");
            }

            writer.Line();
            writer.Line(List.Kind switch
            {
                ListKind.List => $"return new {List.Type}(items);",
                ListKind.ImmutableArray => "return global::System.Collections.Immutable.ImmutableArray.Create(items);",
                _ => "return items;",
            });
        }
    }

    private void EmitUnbind(CodeWriter writer, BinderHelpers helpers)
    {
        string most = Literals.Whole(List.Max);
        using (writer.Block(
            $"private static void Unbind{Name}({List.Type}{(List.Kind == ListKind.ImmutableArray ? string.Empty : "?")} items, double[] vector, int start)"))
        {
            writer.Line($"global::Hypermax.Building.Binding.Absent(vector, start + 1, {List.Element.Count * List.Max});");
            using (writer.Block(List.Kind == ListKind.ImmutableArray ? "if (items.IsDefault)" : "if (items is null)"))
            {
                writer.Line("vector[start] = global::Hypermax.Building.Binding.Unknown(null, start);");
                writer.Line("return;");
            }

            writer.Line();
            writer.Line("int i = 0;");
            using (writer.Block($"foreach ({List.Element.Type} item in items)"))
            {
                using (writer.Block($"if (i < {most})"))
                {
                    writer.Line("int at = " + At() + ";");
                    UnbindEmitter.EmitValue(writer, List.Element, "item", new Place("at"), Name, helpers);
                }

                writer.Line();
                writer.Line("i++;");
            }

            writer.Line();
            writer.Line($"vector[start] = i >= {Literals.Whole(List.Min)} && i <= {most} ? i : global::Hypermax.Building.Binding.Unknown(i, start);");
        }
    }

    // An array of arrays is written with its own brackets last; elements are never arrays, so this is plain.
    private string NewArray() => $"new {List.Element.Type}[(int)vector[start]]";

    private string At()
    {
        Extent size = List.Element.Count;
        return size == Extent.One ? "start + 1 + i" : size.Open is null ? $"start + 1 + (i * {size})" : $"start + 1 + (i * ({size}))";
    }
}
