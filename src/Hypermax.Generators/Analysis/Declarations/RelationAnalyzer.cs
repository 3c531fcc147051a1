using System.Collections.Immutable;
using Hypermax.Errors;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hypermax.Generators.Analysis.Declarations;

/// <summary>Checks <c>[LessThan]</c>: that the other parameter exists, can be compared, and can be above.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RelationAnalyzer : SpaceAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        RelationRules.UnknownRelative, RelationRules.IncomparableRelative, RelationRules.RelationCycle, RelationRules.ImpossibleRelation);

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        IReadOnlyList<SpaceMember> members = symbols.MembersOf(type);
        var byName = new Dictionary<string, SpaceMember>(StringComparer.Ordinal);
        foreach (SpaceMember member in members)
        {
            byName[member.Name] = member;
        }

        var sound = new List<Edge>();
        foreach (SpaceMember member in members)
        {
            foreach (AttributeData attribute in member.Attributes.Where(attribute => HypermaxSymbols.IsHypermax(attribute, "LessThan")))
            {
                var arguments = AttributeArguments.Of(attribute, context.CancellationToken);
                if (arguments.Text("other") is not { } other)
                {
                    continue;
                }

                if (!byName.TryGetValue(other, out SpaceMember? greater))
                {
                    ReportUnknown(context, type, member, other, byName.Keys, arguments);
                }
                else if (IsComparable(context, member, greater, arguments, symbols))
                {
                    sound.Add(new Edge(member, greater, arguments));
                }
            }
        }

        HashSet<Edge> circular = ReportCycles(context, sound);
        foreach (Edge edge in sound)
        {
            if (!circular.Contains(edge))
            {
                AnalyzeRanges(context, edge, symbols);
            }
        }
    }

    private static void ReportUnknown(
        SymbolAnalysisContext context, INamedTypeSymbol type, SpaceMember member, string other, IEnumerable<string> names, AttributeArguments arguments)
    {
        string? nearest = NearestName.Of(other, names.Where(name => name != member.Name));
        context.ReportDiagnostic(Diagnostic.Create(
            RelationRules.UnknownRelative,
            arguments.LocationOf("other"),
            FixProperties.Replace(nearest is null ? null : $"nameof({nearest})"),
            member.Name,
            other,
            type.Name,
            nearest is null ? "Name a parameter of the record with nameof" : $"Perhaps nameof({nearest}) is meant"));
    }

    private static bool IsComparable(
        SymbolAnalysisContext context, SpaceMember less, SpaceMember greater, AttributeArguments arguments, HypermaxSymbols symbols)
    {
        ParameterShape left = ParameterShape.Of(less, symbols);
        ParameterShape right = ParameterShape.Of(greater, symbols);
        if (left.Kind == ParameterKind.Unknown || right.Kind == ParameterKind.Unknown)
        {
            return false;
        }

        bool numbers = left.IsNumber && right.IsNumber && !left.IsList && !right.IsList && !left.IsNullable && !right.IsNullable;
        if (numbers && HypermaxSymbols.Is(left.Type, right.Type))
        {
            return true;
        }

        Report(
            context,
            RelationRules.IncomparableRelative,
            arguments.LocationOf("other"),
            less.Name,
            TypeNames.WithArticle(less.Type),
            greater.Name,
            TypeNames.WithArticle(greater.Type),
            numbers ? "numbers of one type" : "numbers that always exist");
        return false;
    }

    // Follows the relations from each parameter; a circle is reported once, where its first parameter declares it.
    private static HashSet<Edge> ReportCycles(SymbolAnalysisContext context, List<Edge> edges)
    {
        var circular = new HashSet<Edge>();
        foreach (Edge start in edges)
        {
            List<Edge>? circle = circular.Contains(start) ? null : FindPath(edges, start);
            if (circle is not null)
            {
                circular.UnionWith(circle);
                string path = string.Join(" < ", circle.Select(edge => edge.Less.Name)) + " < " + start.Less.Name;
                Report(context, RelationRules.RelationCycle, start.Arguments.LocationOf("other"), start.Less.Name, path);
            }
        }

        return circular;
    }

    // The shortest way from an edge back to its own beginning, breadth first.
    private static List<Edge>? FindPath(List<Edge> edges, Edge start)
    {
        var open = new Queue<List<Edge>>();
        var seen = new HashSet<SpaceMember>();
        open.Enqueue([start]);
        while (open.Count > 0)
        {
            List<Edge> path = open.Dequeue();
            SpaceMember end = path[path.Count - 1].Greater;
            if (end == start.Less)
            {
                return path;
            }

            if (seen.Add(end))
            {
                foreach (Edge next in edges.Where(edge => edge.Less == end))
                {
                    open.Enqueue([.. path, next]);
                }
            }
        }

        return null;
    }

    private static void AnalyzeRanges(SymbolAnalysisContext context, Edge edge, HypermaxSymbols symbols)
    {
        if (Law(edge.Less) is not { } less || Law(edge.Greater) is not { } greater)
        {
            return;
        }

        bool orEqual = edge.Arguments.TryGet("OrEqual", out TypedConstant flag) && flag.Plain() is true;
        if (less.Low > greater.High || (less.Low == greater.High && !orEqual))
        {
            Report(
                context,
                RelationRules.ImpossibleRelation,
                edge.Arguments.LocationOf("other"),
                edge.Less.Name,
                edge.Greater.Name,
                Numbers.Text(less.Low),
                Numbers.Text(greater.High));
        }

        NumericLaw? Law(SpaceMember member) =>
            symbols.LawsOf(member).FirstOrDefault() is { } attribute ? NumericLaw.Read(attribute, context.CancellationToken) : null;
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));

    private sealed class Edge(SpaceMember less, SpaceMember greater, AttributeArguments arguments)
    {
        public SpaceMember Less { get; } = less;

        public SpaceMember Greater { get; } = greater;

        public AttributeArguments Arguments { get; } = arguments;
    }
}
