using System.Globalization;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Generation.Tuned.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Tuned;

/// <summary>Compares a tuned file with the type it is for.</summary>
/// <remarks>Names and values decide, not the hash of the space: a wider range keeps a file valid. See docs/formats/tuned-file.md.</remarks>
internal sealed class TunedFit
{
    private readonly Dictionary<string, TunedEntry> _open = new(StringComparer.Ordinal);
    private readonly List<TunedValue> _values = [];
    private readonly List<TunedDifference> _differences = [];

    private TunedFit(TunedFile file)
    {
        foreach (TunedEntry entry in file.Entries)
        {
            _open[entry.Name] = entry;
        }
    }

    /// <summary>Gets the values of the active parameters in vector form; complete when there are no differences.</summary>
    public EquatableArray<TunedValue> Values => _values.ToEquatableArray();

    /// <summary>Gets what does not fit, in the order of the type and then of the file.</summary>
    public IReadOnlyList<TunedDifference> Differences => _differences;

    public static TunedFit Of(SpaceModel space, TunedFile file)
    {
        TunedFit fit = new(file);
        fit.ReadSpace(space, [string.Empty]);
        foreach (TunedEntry entry in file.Entries.Where(entry => fit._open.ContainsKey(entry.Name)))
        {
            fit._differences.Add(new TunedDifference(entry.Name, $"'{entry.Name}' is no parameter of the type any more", entry));
        }

        return fit;
    }

    // Each part of the type is looked for under every path it has had; the first path is today's.
    private void ReadSpace(SpaceModel space, string[] paths)
    {
        if (space.Shape is ObjectShape whole)
        {
            ReadMembers(whole.Members, paths);
            return;
        }

        ReadHierarchy((HierarchyShape)space.Shape, paths);
    }

    private void ReadHierarchy(HierarchyShape hierarchy, string[] paths)
    {
        string[] selectors = [.. paths.Select(path => path.Length == 0 ? "$branch" : path)];
        EquatableArray<ChoiceModel> choices = hierarchy.Branches
            .Select(branch => new ChoiceModel(branch.FullName, branch.Label, "\"" + branch.Label))
            .ToEquatableArray();
        double? branch = ReadScalar(new ChoiceDomain(choices, EquatableArray<double>.Empty, IsOrdered: false), selectors);
        ReadMembers(hierarchy.Shared, paths);
        if (branch is double index)
        {
            BranchModel chosen = hierarchy.Branches[(int)index];
            string[] inner = [.. paths.Select(path => Join(path, chosen.Label))];
            if (chosen.Shape is HierarchyShape deeper)
            {
                ReadHierarchy(deeper, inner);
            }
            else
            {
                ReadMembers(((ObjectShape)chosen.Shape).Members, inner);
            }
        }
    }

    private void ReadMembers(EquatableArray<MemberModel> members, string[] paths)
    {
        foreach (MemberModel member in members)
        {
            string[] names = [member.Path, .. member.Facts.FormerNames];
            ReadValue(member.Value, [.. paths.SelectMany(path => names.Select(name => Join(path, name)))]);
        }
    }

    private void ReadValue(ValueModel value, string[] paths)
    {
        switch (value)
        {
            case ScalarModel scalar:
                ReadScalar(scalar.Domain, paths);
                break;
            case NestedModel nested:
                ReadSpace(nested.Space, paths);
                break;
            case OptionalModel optional when ReadScalar(Presence, [.. paths.Select(path => path + ".HasValue")]) == 1:
                ReadValue(optional.Value, paths);
                break;
            case ListModel list:
                ReadList(list, paths);
                break;
        }
    }

    private void ReadList(ListModel list, string[] paths)
    {
        NumericDomain domain = new("Uniform", list.Min, list.Max, 1, IsInteger: true, double.NaN, double.NaN);
        if (ReadScalar(domain, [.. paths.Select(path => path + ".Length")]) is double length)
        {
            for (int i = 0; i < length; i++)
            {
                ReadValue(list.Element, [.. paths.Select(path => Join(path, i.ToString(CultureInfo.InvariantCulture)))]);
            }
        }
    }

    private double? ReadScalar(DomainModel domain, string[] paths)
    {
        string? path = paths.FirstOrDefault(_open.ContainsKey);
        if (path is null)
        {
            _differences.Add(new TunedDifference(paths[0], $"'{paths[0]}' is missing", Entry: null));
            return null;
        }

        TunedEntry entry = _open[path];
        _open.Remove(path);
        double? value = domain switch
        {
            ChoiceDomain choice => IndexOf(choice, entry),
            NumericDomain numeric => ReadNumber(numeric, entry),
            _ => null,
        };
        if (value is double found)
        {
            _values.Add(new TunedValue(paths[0], found));
        }
        else
        {
            _differences.Add(new TunedDifference(paths[0], $"'{paths[0]}' is {Shown(entry)}; {Rule(domain)}", entry));
        }

        return value;
    }

    private static double? IndexOf(ChoiceDomain domain, TunedEntry entry)
    {
        string key = entry.Kind switch
        {
            TunedKind.Text => "\"" + entry.Text,
            TunedKind.Number when long.TryParse(entry.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => ChoiceModels.Key(
                (decimal)whole),
            TunedKind.Number => Literals.Plain(Parse(entry.Text)),
            _ => entry.Text,
        };
        for (int i = 0; i < domain.Choices.Count; i++)
        {
            if (domain.Choices[i].Key == key)
            {
                return i;
            }
        }

        return null;
    }

    private static double? ReadNumber(NumericDomain domain, TunedEntry entry)
    {
        double value = entry.Kind == TunedKind.Number ? Parse(entry.Text) : double.NaN;
        return domain.Contains(value) ? domain.Grid.Snap(value) : null;
    }

    private static double Parse(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Shown(TunedEntry entry) => entry.Kind == TunedKind.Text ? $"\"{entry.Text}\"" : entry.Text;

    private static string Rule(DomainModel domain) => domain switch
    {
        ChoiceDomain choice => "it must be one of " + string.Join(", ", choice.Choices.Select(item => item.Key.TrimStart('"'))),
        NumericDomain { Step: double step and not 1 } numeric => $"it must lie between {Literals.Plain(numeric.Low)} and {Literals.Plain(numeric.High)} in "
            + $"steps of {Literals.Plain(step)}",
        NumericDomain { IsInteger: true } numeric => $"it must be a whole number between {Literals.Plain(numeric.Low)} and {Literals.Plain(numeric.High)}",
        NumericDomain numeric => $"it must lie between {Literals.Plain(numeric.Low)} and {Literals.Plain(numeric.High)}",
        _ => "it does not fit",
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private static ChoiceDomain Presence { get; } = new(
        new EquatableArray<ChoiceModel>([new ChoiceModel("false", "false", "false"), new ChoiceModel("true", "true", "true")]),
        EquatableArray<double>.Empty,
        IsOrdered: false);
}
