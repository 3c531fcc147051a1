using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Finds where the values that parameters begin with cannot obey the relations, whatever undeclared ones do.</summary>
internal sealed class StartContradictions
{
    private readonly Dictionary<string, (NumericDomain Domain, double? Default)> _members;
    private readonly EquatableArray<RelationModel> _relations;
    private readonly List<Contradiction> _found = [];

    private StartContradictions(IEnumerable<MemberModel> members, EquatableArray<RelationModel> relations)
    {
        _members = members
            .Where(member => member.Value is ScalarModel { Domain: NumericDomain })
            .ToDictionary(
                member => member.Name,
                member => ((NumericDomain)((ScalarModel)member.Value).Domain, ((ScalarModel)member.Value).Default),
                StringComparer.Ordinal);
        _relations = relations;
    }

    public static IReadOnlyList<Contradiction> Find(IEnumerable<MemberModel> members, EquatableArray<RelationModel> relations)
    {
        StartContradictions finder = new(members, relations);
        finder.FindInOrders();
        foreach (RelationModel sum in relations.Where(relation => relation.Total is not null))
        {
            finder.FindInSum(sum.Members, sum.Total!.Value);
        }

        return finder._found;
    }

    // From the smallest up: how high must each be, and which default or bound makes it so?
    private void FindInOrders()
    {
        RelationModel[] orders = [.. _relations.Where(relation => relation.Total is null)];
        Dictionary<string, Floor> floors = new(StringComparer.Ordinal);
        while (_members.Keys.FirstOrDefault(
            name => !floors.ContainsKey(name) && orders.All(order => order.Members[1] != name || floors.ContainsKey(order.Members[0]))) is { } name)
        {
            (NumericDomain domain, double? start) = _members[name];
            Floor floor = new(domain.Low, IsOpen: false, name, IsDeclared: false);
            foreach (RelationModel order in orders.Where(order => order.Members[1] == name))
            {
                floor = floor.OrHigher(floors[order.Members[0]].Above(order.OrEqual ? 0 : domain.Step ?? 0, isOpen: !order.OrEqual && domain.Step is null));
            }

            double ceiling = start ?? domain.High;
            if (floor.IsAbove(ceiling))
            {
                Report(floor, name, start, ceiling);
                floor = new Floor(ceiling, IsOpen: false, name, IsDeclared: false);
            }

            floors.Add(name, start is double value ? new Floor(value, IsOpen: false, name, IsDeclared: true) : floor);
        }
    }

    private void Report(Floor floor, string name, double? start, double ceiling)
    {
        if (floor.IsDeclared)
        {
            string other = start is null
                ? $"leaves no value above it for '{name}', which ends at {Numbers.Text(ceiling)}"
                : $"is not below '{name}', which begins at {Numbers.Text(ceiling)}";
            _found.Add(
                new Contradiction(floor.Source, $"'{floor.Source}' begins at {Numbers.Text(_members[floor.Source].Default!.Value)}, which {other}", null));
        }
        else if (start is not null)
        {
            double low = _members[floor.Source].Domain.Low;
            _found.Add(
                new Contradiction(
                    name,
                    $"'{name}' begins at {Numbers.Text(ceiling)}, which leaves no value below it for '{floor.Source}', which starts at {Numbers.Text(low)}",
                    null));
        }
    }

    private void FindInSum(EquatableArray<string> names, double total)
    {
        string[] declared = [.. names.Where(name => _members[name].Default is not null)];
        double sum = declared.Sum(name => _members[name].Default!.Value);
        double low = sum + names.Except(declared, StringComparer.Ordinal).Sum(name => _members[name].Domain.Low);
        double high = sum + names.Except(declared, StringComparer.Ordinal).Sum(name => _members[name].Domain.High);
        double tolerance = 1e-9 * Math.Max(1, Math.Abs(total));
        if (declared.Length == 0 || (total >= low - tolerance && total <= high + tolerance))
        {
            return;
        }

        string last = declared[declared.Length - 1];
        string reach = declared.Length == names.Count ? $"begin with a sum of {Plain(sum)}" : $"can begin with sums from {Plain(low)} to {Plain(high)} only";
        _found.Add(
            new Contradiction(
                last,
                $"'{string.Join("', '", names)}' must sum to {Numbers.Text(total)}, but {reach}",
                Missing(last, total - (sum - _members[last].Default!.Value), declared.Length == names.Count)));
    }

    // What the others leave for the last one, as a value of its law.
    private string? Missing(string last, double rest, bool isAll)
    {
        string literal = Plain(rest);
        double value = double.Parse(literal, System.Globalization.CultureInfo.InvariantCulture);
        return isAll && _members[last].Domain.Contains(value) ? literal : null;
    }

    // 1 − 0.7 is meant as 0.3.
    private static string Plain(double sum) => Numbers.Literal(Math.Abs(sum) < 1e12 ? (double)Math.Round((decimal)sum, 12) : sum);

    /// <summary>A default that cannot stand.</summary>
    /// <param name="Member">The parameter whose default it is.</param>
    /// <param name="Message">What is wrong.</param>
    /// <param name="Replacement">The default that would do, or null.</param>
    public sealed record Contradiction(string Member, string Message, string? Replacement);

    /// <summary>What a parameter is at least, and why.</summary>
    private sealed record Floor(double Value, bool IsOpen, string Source, bool IsDeclared)
    {
        public Floor Above(double gap, bool isOpen) => this with { Value = Value + gap, IsOpen = IsOpen || isOpen };

        public Floor OrHigher(Floor other) => other.Value > Value || (other.Value == Value && other.IsOpen && !IsOpen) ? other : this;

        public bool IsAbove(double ceiling) => Value > ceiling || (Value == ceiling && IsOpen);
    }
}
