using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Emits the method that builds the description of a space.</summary>
internal sealed class DescriptionEmitter
{
    private readonly CodeWriter _writer;
    private readonly ProjectFacts _project;

    private DescriptionEmitter(CodeWriter writer, ProjectFacts project)
    {
        _writer = writer;
        _project = project;
    }

    public static void Emit(CodeWriter writer, SpaceModel space, ProjectFacts project)
    {
        string name = space.Type.FullName;
        if (space.IsForbidden)
        {
            writer.Line(SourceFile.Obsolete);
        }

        using (writer.Block($"private static {(space.Type.HidesPrivate ? "new " : string.Empty)}global::Hypermax.SearchSpace<{name}> CreateSearchSpace()"))
        {
            writer.Line("global::Hypermax.SpaceBuilder space = new global::Hypermax.SpaceBuilder();");
            new DescriptionEmitter(writer, project).EmitShape(space.Shape, space.Facts);
            EmitRelations(writer, space.Shape, space.Relations, Extent.Zero);
            string predicate = PredicateEmitter.NameFor(space) is { } valid ? $", {valid}" : string.Empty;
            writer.Line(
                $"return new global::Hypermax.SearchSpace<{name}>({Literals.Text(space.Type.Name)}, space.Parameters, "
                + $"new global::Hypermax.SpaceBinder<{name}>(GeneratedBinder.Bind, GeneratedBinder.Unbind), space.Relations{predicate});");
        }
    }

    private static void EmitRelations(CodeWriter writer, ShapeModel shape, EquatableArray<RelationModel> relations, Extent start)
    {
        foreach (RelationModel relation in relations)
        {
            string members = string.Join(", ", relation.Members.Select(member => start + Before((ObjectShape)shape, member)));
            writer.Line(relation.Total is double total
                ? $"space.Add(new global::Hypermax.SumRelation(new[] {{ {members} }}, {Literals.Number(total)}));"
                : $"space.Add(new global::Hypermax.LessThanRelation(new[] {{ {members} }}{(relation.OrEqual ? ", OrEqual: true" : string.Empty)}));");
        }

        if (shape is HierarchyShape hierarchy)
        {
            Extent next = start + Extent.One + Extent.Sum(hierarchy.Shared.Select(member => member.Value.Count));
            foreach (BranchModel branch in hierarchy.Branches)
            {
                EmitRelations(writer, branch.Shape, branch.Relations, next);
                next += branch.Shape.Count;
            }
        }
    }

    private static Extent Before(ObjectShape shape, string member) =>
        Extent.Sum(shape.Members.TakeWhile(candidate => candidate.Name != member).Select(candidate => candidate.Value.Count));

    private void EmitShape(ShapeModel shape, FactsModel facts)
    {
        switch (shape)
        {
            case ObjectShape whole:
                EmitMembers(whole.Members, string.Empty, Extent.Zero, EquatableArray<string>.Empty);
                break;
            case HierarchyShape hierarchy:
                EmitHierarchy(hierarchy, path: string.Empty, facts, Extent.Zero, EquatableArray<string>.Empty);
                break;
        }
    }

    private void EmitHierarchy(HierarchyShape hierarchy, string path, FactsModel facts, Extent index, EquatableArray<string> conditions)
    {
        string name = path.Length == 0 ? "global::Hypermax.SpaceBuilder.SelfName" : Literals.Text(path);
        string weights = hierarchy.Branches.All(branch => branch.Weight == 1)
            ? string.Empty
            : $", new double[] {{ {string.Join(", ", hierarchy.Branches.Select(branch => Literals.Number(branch.Weight)))} }}";
        string choices = string.Join(", ", hierarchy.Branches.Select(branch => Literals.Text(branch.Label)));
        FactsEmitter.Call(
            _writer,
            $"space.Add(new global::Hypermax.CategoricalParameter({name}, new object[] {{ {choices} }}{weights}",
            FactsEmitter.Entries(facts, hierarchy.Default >= 0 ? hierarchy.Default : null, Conditions(conditions), _project));

        string prefix = path.Length == 0 ? string.Empty : path + ".";
        Extent next = EmitMembers(hierarchy.Shared, prefix, index + Extent.One, conditions);
        for (int i = 0; i < hierarchy.Branches.Count; i++)
        {
            BranchModel branch = hierarchy.Branches[i];
            EquatableArray<string> within = With(conditions, Condition(index, i));
            if (branch.Shape is HierarchyShape inner)
            {
                EmitHierarchy(inner, prefix + branch.Label, branch.Facts, next, within);
            }
            else
            {
                EmitMembers(((ObjectShape)branch.Shape).Members, prefix + branch.Label + ".", next, within);
            }

            next += branch.Shape.Count;
        }
    }

    private Extent EmitMembers(EquatableArray<MemberModel> members, string prefix, Extent index, EquatableArray<string> conditions)
    {
        foreach (MemberModel member in members)
        {
            FactsModel facts = member.Facts with { FormerNames = member.Facts.FormerNames.Select(name => prefix + name).ToEquatableArray() };
            EmitValue(member.Value, prefix + member.Path, facts, index, conditions);
            index += member.Value.Count;
        }

        return index;
    }

    private void EmitValue(ValueModel value, string path, FactsModel facts, Extent index, EquatableArray<string> conditions)
    {
        switch (value)
        {
            case ScalarModel scalar:
                FactsEmitter.Call(_writer, Scalar(scalar, Literals.Text(path)), FactsEmitter.Entries(facts, scalar.Default, Conditions(conditions), _project));
                break;
            case NestedModel or GenericModel:
                EmitSpace(value, path, facts, string.Concat(conditions.Select(condition => ", " + condition)));
                break;
            case OptionalModel optional:
                EmitPresence(optional, path, facts, conditions);
                EmitValue(optional.Value, path, facts, index + Extent.One, With(conditions, Condition(index, 1)));
                break;
            case ListModel list:
                EmitList(list, path, facts, index, conditions);
                break;
        }
    }

    private void EmitSpace(ValueModel value, string path, FactsModel facts, string conditions) => FactsEmitter.Call(
        _writer,
        $"space.AddSpace({Literals.Text(path)}, {value.Type}.SearchSpace",
        FactsEmitter.Entries(facts, start: null, string.Empty, _project),
        label: string.Empty,
        end: conditions + ");");

    private void EmitPresence(OptionalModel optional, string path, FactsModel facts, EquatableArray<string> conditions)
    {
        string weights = optional.AbsentProbability == 0.5
            ? string.Empty
            : $", new double[] {{ {Literals.Number(optional.AbsentProbability)}, {Literals.Number(1 - optional.AbsentProbability)} }}";
        FactsModel presence = new(facts.Description, null, Suffixed(facts.FormerNames, ".HasValue"), facts.Position);
        FactsEmitter.Call(
            _writer,
            $"space.Add(new global::Hypermax.CategoricalParameter({Literals.Text(path + ".HasValue")}, new object[] {{ false, true }}{weights}",
            FactsEmitter.Entries(presence, optional.IsPresentByDefault ? 1 : null, Conditions(conditions), _project));
    }

    private void EmitList(ListModel list, string path, FactsModel facts, Extent index, EquatableArray<string> conditions)
    {
        FactsModel length = new(facts.Description, null, Suffixed(facts.FormerNames, ".Length"), facts.Position);
        FactsEmitter.Call(
            _writer,
            $"space.Add(new global::Hypermax.NumericParameter({Literals.Text(path + ".Length")}, global::Hypermax.Law.Uniform, {Literals.Whole(list.Min)}, "
            + $"{Literals.Whole(list.Max)}, isInteger: true",
            FactsEmitter.Entries(length, list.Default, Conditions(conditions), _project));

        using (_writer.Block($"for (int i = 0; i < {Literals.Whole(list.Max)}; i++)"))
        {
            string exists = string.Join(", ", conditions.Prepend($"{index}, {Literals.Whole(list.Min)}, i"));
            _writer.Line($"global::Hypermax.Condition[] exists = global::Hypermax.Building.Binding.ElementExists({exists});");
            string element = Indexed(path);
            FactsModel plain = facts with { FormerNames = EquatableArray<string>.Empty };
            string[] former = [.. facts.FormerNames.Select(Indexed)];
            if (list.Element is ScalarModel scalar)
            {
                FactsEmitter.Call(_writer, Scalar(scalar, element), WithFormer(FactsEmitter.Entries(plain, scalar.Default, "exists", _project), former));
            }
            else
            {
                FactsEmitter.Call(
                    _writer,
                    $"space.AddSpace({element}, {list.Element.Type}.SearchSpace",
                    WithFormer(FactsEmitter.Entries(plain, null, string.Empty, _project), former),
                    string.Empty,
                    ", exists);");
            }
        }
    }

    private static IReadOnlyList<string> WithFormer(IReadOnlyList<string> entries, string[] former) =>
        former.Length == 0 ? entries : [.. entries, $"FormerNames = new[] {{ {string.Join(", ", former)} }},"];

    private static string Scalar(ScalarModel scalar, string path)
    {
        if (scalar.Domain is ChoiceDomain choice)
        {
            string weights = choice.Weights.Count == 0 ? string.Empty : $", new double[] {{ {string.Join(", ", choice.Weights.Select(Literals.Number))} }}";
            string ordered = choice.IsOrdered ? ", isOrdered: true" : string.Empty;
            return $"space.Add(new global::Hypermax.CategoricalParameter({path}, "
                + $"new object[] {{ {string.Join(", ", choice.Choices.Select(item => item.External))} }}{weights}{ordered}";
        }

        NumericDomain numeric = (NumericDomain)scalar.Domain;
        bool isPlainStep = numeric.Step is null || (numeric.IsInteger && numeric.Step == 1);
        return $"space.Add(new global::Hypermax.NumericParameter({path}, global::Hypermax.Law.{numeric.Law}, {Literals.Number(numeric.Low)}, "
            + $"{Literals.Number(numeric.High)}"
            + (isPlainStep ? string.Empty : $", step: {Literals.Number(numeric.Step!.Value)}")
            + (numeric.IsInteger ? ", isInteger: true" : string.Empty)
            + (numeric.IsNormal ? $", mean: {Literals.Number(numeric.Mean)}, deviation: {Literals.Number(numeric.Deviation)}" : string.Empty);
    }

    private static EquatableArray<string> With(EquatableArray<string> conditions, string condition) => conditions.Append(condition).ToEquatableArray();

    private static string Condition(Extent parent, int choice) =>
        $"new global::Hypermax.Condition({parent}, {Literals.Whole(choice)}, {Literals.Whole(choice)})";

    private static string Conditions(EquatableArray<string> conditions) =>
        conditions.Count == 0 ? string.Empty : $"new[] {{ {string.Join(", ", conditions)} }}";

    // The path of an element of a list, as code.
    private static string Indexed(string path) => $"{Literals.Text(path + ".")} + i.ToString(global::System.Globalization.CultureInfo.InvariantCulture)";

    private static EquatableArray<string> Suffixed(EquatableArray<string> names, string suffix) => names.Select(name => name + suffix).ToEquatableArray();
}
