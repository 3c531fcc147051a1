using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Studies;

/// <summary>Emits what a result declares: its goals and constraints.</summary>
internal static class FiguresEmitter
{
    public static void Emit(CodeWriter writer, ResultModel result)
    {
        EmitArray(writer, "ObjectiveGoal", result.Goals.Select(Goal), "},");
        EmitArray(writer, "OutcomeConstraint", result.Constraints.Select(Constraint), "}),");
    }

    private static void EmitArray(CodeWriter writer, string type, IEnumerable<string> elements, string end)
    {
        writer.Line($"new global::Hypermax.{type}[]").Line("{");
        using (writer.Indented(end))
        {
            foreach (string element in elements)
            {
                writer.Line(element + ",");
            }
        }
    }

    private static string Goal(GoalModel goal) =>
        $"new({Literals.Text(goal.Name)}, global::Hypermax.Direction.{(goal.IsMaximised ? "Maximize" : "Minimize")})";

    private static string Constraint(ConstraintModel constraint) =>
        $"new({Literals.Text(constraint.Name)}{Bound("AtMost", constraint.AtMost)}{Bound("AtLeast", constraint.AtLeast)})";

    private static string Bound(string name, double? bound) => bound is double number ? $", {name}: {Literals.Double(number)}" : string.Empty;
}
