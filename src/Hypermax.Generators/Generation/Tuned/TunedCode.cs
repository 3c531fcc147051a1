using System.Globalization;
using Hypermax.Generators.Generation.Spaces.Emission;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;
using Hypermax.Spaces.Relations;

namespace Hypermax.Generators.Generation.Tuned;

/// <summary>Writes one value of a search-space type as code.</summary>
internal sealed class TunedCode
{
    private readonly Dictionary<string, double>? _values;

    private TunedCode(Dictionary<string, double>? values) => _values = values;

    /// <summary>Gets the code of a value.</summary>
    /// <param name="space">The type.</param>
    /// <param name="values">The values of the active parameters by path, or null for the declared defaults.</param>
    public static string Of(SpaceModel space, Dictionary<string, double>? values) => new TunedCode(values).Space(space, string.Empty);

    private string Space(SpaceModel space, string path) => space.Shape is HierarchyShape hierarchy
        ? Hierarchy(hierarchy, path)
        : Object(space.Type.FullName, (ObjectShape)space.Shape, space.Relations, path, EquatableArray<MemberModel>.Empty, path);

    private string Hierarchy(HierarchyShape hierarchy, string path)
    {
        int index = (int)Chosen(path.Length == 0 ? "$branch" : path, Math.Max(0, hierarchy.Default));
        BranchModel branch = hierarchy.Branches[index];
        if (branch.Shape is HierarchyShape inner)
        {
            // Shared properties of an outer level are set on what the inner level makes.
            string code = Hierarchy(inner, Join(path, branch.Label));
            string[] shared = [.. hierarchy.Shared.Select(member => $"{Identifiers.Escape(member.Name)} = {Value(member.Value, Join(path, member.Path))}")];
            return shared.Length == 0 ? code : $"{code} with {{ {string.Join(", ", shared)} }}";
        }

        return Object(branch.FullName, (ObjectShape)branch.Shape, branch.Relations, Join(path, branch.Label), hierarchy.Shared, path);
    }

    private string Object(
        string type, ObjectShape shape, EquatableArray<RelationModel> relations, string path, IEnumerable<MemberModel> shared, string sharedPath)
    {
        List<string> arguments = [];
        List<string> properties = [];
        Dictionary<string, double> settled = _values is null ? Starts(shape, relations) : [];
        foreach (MemberModel member in shape.Members)
        {
            string code = member.Value is ScalarModel scalar && settled.TryGetValue(member.Name, out double start)
                ? Scalar(scalar, start)
                : Value(member.Value, Join(path, member.Path));
            Construction.Sort(member, code, arguments, properties);
        }

        foreach (MemberModel member in shared)
        {
            Construction.Sort(member, Value(member.Value, Join(sharedPath, member.Path)), arguments, properties);
        }

        return Construction.Code(type, arguments, properties);
    }

    // Where defaults break a relation, undeclared ones make room, as they do for the search.
    private static Dictionary<string, double> Starts(ObjectShape shape, EquatableArray<RelationModel> relations)
    {
        if (relations.Count == 0)
        {
            return [];
        }

        (string Name, ScalarModel Scalar, NumericDomain Domain)[] numbers =
            [
                .. shape.Members.Where(member => member.Value is ScalarModel { Domain: NumericDomain }).Select(
                    member => (member.Name, (ScalarModel)member.Value, (NumericDomain)((ScalarModel)member.Value).Domain)),
            ];
        double[] values = [.. numbers.Select(number => number.Scalar.Start)];
        RelatedStarts.Settle(
            values,
            [
                .. numbers.Select(
                    number => new RelatedStarts.Start(
                        number.Domain.Low,
                        number.Domain.High,
                        number.Domain.Step,
                        number.Domain.Law.StartsWith("Log", StringComparison.Ordinal),
                        number.Scalar.Default is not null,
                        value => number.Domain.Grid.Snap(value))),
            ],
            relations.Select(
                relation => (
                    (IReadOnlyList<int>)[.. relation.Members.Select(name => Array.FindIndex(numbers, number => number.Name == name))],
                    relation.Total,
                    relation.OrEqual)));
        return Enumerable.Range(0, numbers.Length).ToDictionary(i => numbers[i].Name, i => values[i], StringComparer.Ordinal);
    }

    private string Value(ValueModel value, string path) => value switch
    {
        ScalarModel scalar => Scalar(scalar, Chosen(path, scalar.Start)),
        NestedModel nested => Space(nested.Space, path),
        OptionalModel optional => Chosen(path + ".HasValue", optional.IsPresentByDefault ? 1 : 0) == 1 ? Value(optional.Value, path) : "null",
        ListModel list => List(list, path),
        _ => "default!",
    };

    private string List(ListModel list, string path)
    {
        int length = (int)Chosen(path + ".Length", list.Start);
        string[] items = [.. Enumerable.Range(0, length).Select(i => Value(list.Element, Join(path, i.ToString(CultureInfo.InvariantCulture))))];
        bool isPlain = list.Element is ScalarModel;
        string inside = items.Length == 0 ? "{ }"
            : isPlain ? $"{{ {string.Join(", ", items)} }}"
            : $"\n{{\n    {string.Join(",\n    ", items.Select(item => item.Replace("\n", "\n    ")))},\n}}";
        string array = $"new {list.Element.Type}[] {inside}".Replace("[] \n", "[]\n");
        return list.Kind switch
        {
            ListKind.List => array.Replace($"new {list.Element.Type}[]", $"new {list.Type}"),
            ListKind.ImmutableArray => $"global::System.Collections.Immutable.ImmutableArray.Create({array})",
            _ => array,
        };
    }

    private static string Scalar(ScalarModel scalar, double value)
    {
        if (scalar.Domain is ChoiceDomain choices)
        {
            return choices.Choices[(int)value].Code;
        }

        return scalar.Conversion.Kind switch
        {
            ConversionKind.TimeSpan => $"global::System.TimeSpan.FromTicks({NumberCode.Of("long", Math.Round(value * scalar.Conversion.Ticks))})",
            ConversionKind.ConvertNumber => $"{scalar.Conversion.Detail}.Convert({NumberCode.Of(scalar.Conversion.Ticks == 1 ? "long" : "double", value)})",
            ConversionKind.Number => Literals.Number(value),
            _ => NumberCode.Of(scalar.Conversion.Detail, value),
        };
    }

    private double Chosen(string path, double start) => _values is null ? start : _values[path];

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
