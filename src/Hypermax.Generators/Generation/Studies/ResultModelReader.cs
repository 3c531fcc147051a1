using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Studies;

/// <summary>Reads the figures of what an objective returns; null for a type that has a mistake, which the analyzers report.</summary>
internal static class ResultModelReader
{
    public static ResultModel? Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        IReadOnlyList<ResultFigure> figures = ResultReader.Figures(type);
        ResultFigure[] declared = [.. figures.Where(figure => figure.IsDeclared)];
        if (TypeReader.AccessOf(type) == Access.Private
            || declared.Any(figure => !figure.IsNumber || !figure.IsReadable || figure is { Minimize: not null, Maximize: not null })
            || declared.Select(figure => figure.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != declared.Length
            || declared.Count(figure => figure.IsGoal) is 0 or > ResultReader.MostGoals)
        {
            return null;
        }

        List<ConstraintModel> constraints = [];
        foreach (ResultFigure figure in declared.Where(figure => figure.Constraint is not null))
        {
            AttributeArguments arguments = AttributeArguments.Of(figure.Constraint!, cancellation);
            ConstraintModel constraint = new(figure.Name, Member(figure), Bound(arguments, "AtMost"), Bound(arguments, "AtLeast"));
            if (constraint is { AtMost: null, AtLeast: null } || constraint.AtLeast > constraint.AtMost)
            {
                return null;
            }

            constraints.Add(constraint);
        }

        return new ResultModel(
            declared.Where(figure => figure.IsGoal)
                .Select(figure => new GoalModel(figure.Name, Member(figure), figure.Maximize is not null))
                .ToEquatableArray(),
            constraints.ToEquatableArray(),
            figures.Where(figure => figure is { IsDeclared: false, IsNumber: true, IsReadable: true } && !Forbidden.Is(figure.Property))
                .Select(figure => new MetricModel(figure.Name, Member(figure)))
                .ToEquatableArray());
    }

    /// <summary>Gets a bound, or null where it is not given or no number that can be one.</summary>
    public static double? Bound(AttributeArguments arguments, string name) =>
        arguments.Number(name) is { } bound && !double.IsNaN(bound) && !double.IsInfinity(bound) ? bound : null;

    private static string Member(ResultFigure figure) => Identifiers.Escape(figure.Name);
}
