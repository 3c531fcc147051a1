using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Emits statements that write values into a vector.</summary>
internal static class UnbindEmitter
{
    public static void EmitBody(CodeWriter writer, ShapeModel shape, BinderHelpers helpers, string name)
    {
        if (shape is ObjectShape whole)
        {
            EmitMembers(writer, whole.Members, "value", new Place("start"), name, helpers);
        }
        else
        {
            EmitSwitch(writer, (HierarchyShape)shape, name, helpers);
        }
    }

    /// <summary>Emits the statements that write one value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What the value can be.</param>
    /// <param name="access">The value as code.</param>
    /// <param name="place">Where it goes.</param>
    /// <param name="name">What helpers of the value are called.</param>
    /// <param name="helpers">The helpers.</param>
    public static void EmitValue(CodeWriter writer, ValueModel value, string access, Place place, string name, BinderHelpers helpers)
    {
        switch (value)
        {
            case ScalarModel scalar:
                writer.Line($"vector[{place}] = {Scalar(scalar, access, place, name)};");
                break;
            case OptionalModel optional:
                EmitOptional(writer, optional, access, place, name, helpers);
                break;
            case ListModel list:
                writer.Line($"Unbind{helpers.List(name, list)}({access}, vector, {place});");
                break;
            default:
                writer.Line($"{value.Type}.SearchSpace.Binder.Unbind({access}, vector, {place});");
                break;
        }
    }

    private static void EmitMembers(CodeWriter writer, IEnumerable<MemberModel> members, string owner, Place place, string name, BinderHelpers helpers)
    {
        foreach (MemberModel member in members)
        {
            EmitValue(writer, member.Value, owner + "." + Identifiers.Escape(member.Name), place, Names.Join(name, member.Name), helpers);
            place += member.Value.Count;
        }
    }

    private static void EmitOptional(CodeWriter writer, OptionalModel optional, string access, Place place, string name, BinderHelpers helpers)
    {
        string local = Names.Local(name);
        using (writer.Block($"if ({access} is {{ }} {local})"))
        {
            writer.Line($"vector[{place}] = 1;");
            EmitValue(writer, optional.Value, local, place + Extent.One, name, helpers);
        }

        using (writer.Block("else"))
        {
            writer.Line($"vector[{place}] = 0;");
            writer.Line($"global::Hypermax.Building.Binding.Absent(vector, {place + Extent.One}, {optional.Value.Count});");
        }
    }

    private static void EmitSwitch(CodeWriter writer, HierarchyShape hierarchy, string name, BinderHelpers helpers)
    {
        Extent rest = hierarchy.Count + new Extent(-1);
        if (rest != Extent.Zero)
        {
            writer.Line($"global::Hypermax.Building.Binding.Absent(vector, start + 1, {rest});");
        }

        using (writer.Block("switch (value)"))
        {
            Extent shared = Extent.Sum(hierarchy.Shared.Select(member => member.Value.Count));
            Place place = new Place("start") + Extent.One + shared;
            for (int i = 0; i < hierarchy.Branches.Count; i++)
            {
                EmitCase(writer, hierarchy.Branches[i], i, place, name, helpers);
                place += hierarchy.Branches[i].Shape.Count;
            }

            writer.Line("default:");
            using (writer.Indented())
            {
                writer.Line("vector[start] = global::Hypermax.Building.Binding.Unknown(value, start);").Line("return;");
            }
        }

        if (hierarchy.Shared.Count > 0)
        {
            writer.Line();
            EmitMembers(writer, hierarchy.Shared, "value", new Place("start") + Extent.One, name, helpers);
        }
    }

    private static void EmitCase(CodeWriter writer, BranchModel branch, int index, Place place, string name, BinderHelpers helpers)
    {
        string local = Names.Local(branch.Name);
        bool isEmpty = branch.Shape is ObjectShape { Members.Count: 0 };
        writer.Line(isEmpty ? $"case {branch.FullName}:" : $"case {branch.FullName} {local}:");
        using (writer.Indented())
        {
            writer.Line($"vector[start] = {Literals.Whole(index)};");
            if (branch.Shape is HierarchyShape inner)
            {
                writer.Line($"Unbind{helpers.Hierarchy(Names.Join(name, branch.Name), branch.FullName, inner)}({local}, vector, {place});");
            }
            else
            {
                EmitMembers(writer, ((ObjectShape)branch.Shape).Members, local, place, Names.Join(name, branch.Name), helpers);
            }

            writer.Line("break;");
        }
    }

    private static string Scalar(ScalarModel scalar, string access, Place place, string name) => scalar.Conversion.Kind switch
    {
        ConversionKind.Number => access,
        ConversionKind.Decimal => $"(double){access}",
        ConversionKind.Single => Single(scalar, access),
        ConversionKind.TimeSpan => $"{access}.Ticks / {Literals.Double(scalar.Conversion.Ticks)}",
        ConversionKind.ConvertNumber => $"{scalar.Conversion.Detail}.ConvertBack({access})",
        ConversionKind.Table => $"global::Hypermax.Building.Binding.IndexOf({Names.Table(name)}, {access}, {place})",
        _ => Choice((ChoiceDomain)scalar.Domain, scalar.Conversion.Detail, access, place),
    };

    private static string Single(ScalarModel scalar, string access)
    {
        NumericDomain domain = (NumericDomain)scalar.Domain;
        string cast = scalar.Conversion.Detail == "float" ? access : $"(float){access}";
        return $"global::Hypermax.Building.Binding.FromSingle({cast}, {Literals.Number(domain.Low)}, {Literals.Number(domain.High)})";
    }

    private static string Choice(ChoiceDomain domain, string detail, string access, Place place)
    {
        if (detail == "bool")
        {
            return access + " ? 1 : 0";
        }

        if (domain.Choices.Count == 2 && domain.Choices[0].Key == "true" && domain.Choices[1].Key == "false")
        {
            return access + " ? 0 : 1";
        }

        IEnumerable<string> arms = domain.Choices.Select((choice, i) => $"{choice.Code} => {Literals.Whole(i)}");
        return $"{access} switch {{ {string.Join(", ", arms)}, _ => global::Hypermax.Building.Binding.Unknown({access}, {place}) }}";
    }
}
