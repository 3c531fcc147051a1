using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Emits expressions that make values from a vector.</summary>
internal static class BindEmitter
{
    /// <summary>Emits the body of an expression-bodied method, semicolon included.</summary>
    public static void Emit(CodeWriter writer, string type, ShapeModel shape, BinderHelpers helpers, string name)
    {
        using (writer.Indented())
        {
            if (shape is ObjectShape whole)
            {
                Construct(writer, string.Empty, type, whole.Members, new Place("start"), name, helpers, ";");
            }
            else
            {
                Switch(writer, (HierarchyShape)shape, name, helpers);
            }
        }
    }

    /// <summary>Gets the expression for a value that lies at a place.</summary>
    public static string Expression(ValueModel value, Place place, string name, BinderHelpers helpers) => value switch
    {
        ScalarModel scalar => Scalar(scalar, place, name),
        OptionalModel optional => $"vector[{place}] == 1 ? {Expression(optional.Value, place + Extent.One, name, helpers)} : null",
        ListModel list => $"Bind{helpers.List(name, list)}(vector, {place})",
        _ => $"{value.Type}.SearchSpace.Binder.Bind(vector, {place})",
    };

    private static void Construct(
        CodeWriter writer, string before, string type, IEnumerable<MemberModel> members, Place place, string name, BinderHelpers helpers, string end)
    {
        List<string> arguments = [];
        List<string> properties = [];
        foreach (MemberModel member in members)
        {
            string expression = Expression(member.Value, place, Names.Join(name, member.Name), helpers);
            Construction.Sort(member, expression, arguments, properties);
            place += member.Value.Count;
        }

        writer.Line(before + Construction.Code(type, arguments, properties) + end);
    }

    private static void Switch(CodeWriter writer, HierarchyShape hierarchy, string name, BinderHelpers helpers)
    {
        using (writer.Block("(int)vector[start] switch", "};"))
        {
            Extent shared = Extent.Sum(hierarchy.Shared.Select(member => member.Value.Count));
            Place place = new Place("start") + Extent.One + shared;
            for (int i = 0; i < hierarchy.Branches.Count; i++)
            {
                BranchModel branch = hierarchy.Branches[i];
                string arm = $"{(i == hierarchy.Branches.Count - 1 ? "_" : Literals.Whole(i))} => ";
                if (branch.Shape is HierarchyShape inner)
                {
                    string helper = helpers.Hierarchy(Names.Join(name, branch.Name), branch.FullName, inner);
                    writer.Line(hierarchy.Shared.Count == 0
                        ? $"{arm}Bind{helper}(vector, {place}),"
                        : $"{arm}Bind{helper}(vector, {place}) with");
                    Shared(writer, hierarchy, name, helpers);
                }
                else
                {
                    Branch(writer, arm, branch, hierarchy.Shared, place, name, helpers);
                }

                place += branch.Shape.Count;
            }
        }
    }

    // Properties that all branches share lie before the branches.
    private static void Branch(
        CodeWriter writer, string arm, BranchModel branch, EquatableArray<MemberModel> shared, Place place, string name, BinderHelpers helpers)
    {
        List<string> arguments = [];
        List<string> properties = SharedProperties(shared, name, helpers);
        foreach (MemberModel member in ((ObjectShape)branch.Shape).Members)
        {
            string expression = Expression(member.Value, place, Names.Join(Names.Join(name, branch.Name), member.Name), helpers);
            Construction.Sort(member, expression, arguments, properties);
            place += member.Value.Count;
        }

        writer.Line(arm + Construction.Code(branch.FullName, arguments, properties) + ",");
    }

    private static void Shared(CodeWriter writer, HierarchyShape hierarchy, string name, BinderHelpers helpers)
    {
        if (hierarchy.Shared.Count == 0)
        {
            return;
        }

        writer.Line("{");
        using (writer.Indented("},"))
        {
            foreach (string property in SharedProperties(hierarchy.Shared, name, helpers))
            {
                writer.Line(property + ",");
            }
        }
    }

    private static List<string> SharedProperties(EquatableArray<MemberModel> shared, string name, BinderHelpers helpers)
    {
        List<string> properties = [];
        Place place = new Place("start") + Extent.One;
        foreach (MemberModel member in shared)
        {
            properties.Add($"{Identifiers.Escape(member.Name)} = {Expression(member.Value, place, Names.Join(name, member.Name), helpers)}");
            place += member.Value.Count;
        }

        return properties;
    }

    private static string Scalar(ScalarModel scalar, Place place, string name)
    {
        string entry = $"vector[{place}]";
        return scalar.Conversion.Kind switch
        {
            ConversionKind.Number => scalar.Conversion.Detail == "double" ? entry : $"({scalar.Conversion.Detail}){entry}",
            ConversionKind.Single or ConversionKind.Decimal => $"({scalar.Conversion.Detail}){entry}",
            ConversionKind.TimeSpan => $"global::System.TimeSpan.FromTicks((long)global::System.Math.Round({entry} * "
                + $"{Literals.Double(scalar.Conversion.Ticks)}))",
            ConversionKind.ConvertNumber => $"{scalar.Conversion.Detail}.Convert({(scalar.Conversion.Ticks == 1 ? "(long)" : string.Empty)}{entry})",
            ConversionKind.Table => $"{Names.Table(name)}[(int){entry}]",
            _ => Choice((ChoiceDomain)scalar.Domain, scalar.Conversion.Detail, entry),
        };
    }

    private static string Choice(ChoiceDomain domain, string detail, string entry)
    {
        if (detail == "bool")
        {
            return entry + " == 1";
        }

        string[] codes = [.. domain.Choices.Select(choice => detail == "object" ? $"(object){choice.Code}" : choice.Code)];
        return codes.Length switch
        {
            1 => codes[0],
            2 => $"{entry} == 0 ? {codes[0]} : {codes[1]}",
            _ => $"(int){entry} switch {{ {string.Join(", ", codes.Select((code, i) => (i == codes.Length - 1 ? "_" : Literals.Whole(i)) + " => " + code))} }}",
        };
    }
}
