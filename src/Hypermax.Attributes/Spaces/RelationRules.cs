namespace Hypermax;

/// <summary>What must hold of the members of a relation.</summary>
internal static class RelationRules
{
    public static void Check(Relation relation, SearchSpace space)
    {
        if (relation.Members.Count < 2)
        {
            throw Broken(relation, space, "it holds between two parameters or more", "Name them.");
        }

        for (int i = 0; i < relation.Members.Count; i++)
        {
            int member = relation.Members[i];
            if (member < 0 || member >= space.Count)
            {
                throw Broken(
                    relation,
                    space,
                    FormattableString.Invariant($"one of its members is the parameter with the index {member}, and the space has {space.Count}"),
                    "Correct it.");
            }

            if (space.Parameters[member] is not NumericParameter numeric)
            {
                throw Broken(relation, space, $"'{space.Parameters[member].Name}' is no number", "Take it out.");
            }

            if (relation.Members.Take(i).Contains(member))
            {
                throw Broken(relation, space, $"'{numeric.Name}' stands in it twice", "Name each member once.");
            }

            if (relation is SumRelation && numeric.Step is not null)
            {
                throw Broken(relation, space, $"'{numeric.Name}' has a step, and members of a sum are continuous", "Remove the step, or take it out.");
            }
        }

        if (relation is SumRelation { Total: var total } && (double.IsNaN(total) || double.IsInfinity(total)))
        {
            throw Broken(relation, space, "its total must be a finite number", "Give one.");
        }
    }

    private static ArgumentException Broken(Relation relation, SearchSpace space, string rule, string remedy)
    {
        string members = string.Join(
            ", ",
            relation.Members.Select(
                member => member >= 0 && member < space.Count ? $"'{space.Parameters[member].Name}'" : FormattableString.Invariant($"{member}")));
        return new ArgumentException($"Space '{space.Name}' has a relation between {(members.Length == 0 ? "nothing" : members)}; {rule}. {remedy}");
    }
}
