using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads the relations that the members of one type declare; those that make no sense are left to the analyzers.</summary>
internal static class RelationReader
{
    public static EquatableArray<RelationModel> Read(List<SpaceMember> members, EquatableArray<MemberModel> models, ReadContext context)
    {
        HashSet<string> numbers = new(
            models.Where(model => model.Value is ScalarModel { Domain: NumericDomain }).Select(model => model.Name), StringComparer.Ordinal);
        List<RelationModel> relations = [];
        Dictionary<string, (List<string> Members, double Total)> sums = new(StringComparer.Ordinal);
        foreach (SpaceMember member in members)
        {
            if (!numbers.Contains(member.Name))
            {
                continue;
            }

            MemberAttributes attributes = new(member.Attributes, context.Cancellation);
            foreach (AttributeArguments less in attributes.LessThan)
            {
                if (less.Text("other") is { } other && other != member.Name && numbers.Contains(other))
                {
                    bool orEqual = less.TryGet("OrEqual", out TypedConstant flag) && flag.Plain() is true;
                    relations.Add(new RelationModel(new EquatableArray<string>([member.Name, other]), Total: null, orEqual));
                }
            }

            if (attributes.SumsTo is { } sum && sum.Number("total") is double total && !double.IsNaN(total) && !double.IsInfinity(total))
            {
                string group = sum.Text("Group") ?? string.Empty;
                if (!sums.TryGetValue(group, out (List<string> Members, double Total) found))
                {
                    sums.Add(group, found = ([], total));
                }

                found.Members.Add(member.Name);
            }
        }

        relations.AddRange(sums
            .Where(sum => sum.Value.Members.Count > 1)
            .OrderBy(sum => sum.Key, StringComparer.Ordinal)
            .Select(sum => new RelationModel(sum.Value.Members.ToEquatableArray(), sum.Value.Total, OrEqual: false)));
        return relations.ToEquatableArray();
    }
}
