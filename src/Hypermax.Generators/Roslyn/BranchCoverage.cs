using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hypermax.Generators.Roslyn;

/// <summary>Works out which branches of a closed hierarchy the arms of a switch take.</summary>
internal static class BranchCoverage
{
    /// <summary>Gets the branches that no arm takes, or null when the switch is not over a closed hierarchy.</summary>
    /// <remarks>An arm with a guard takes nothing for certain; a default that only throws is there to satisfy the compiler and takes nothing either.</remarks>
    public static IReadOnlyList<INamedTypeSymbol>? Missing(IOperation switched, HypermaxSymbols symbols)
    {
        (IOperation? value, IEnumerable<IPatternOperation?> patterns) = switched switch
        {
            ISwitchExpressionOperation expression => (expression.Value, Patterns(expression)),
            ISwitchOperation statement => (statement.Value, Patterns(statement)),
            _ => ((IOperation?)null, (IEnumerable<IPatternOperation?>)[]),
        };
        if (value?.Type is not INamedTypeSymbol { IsAbstract: true } type || SpaceReader.HierarchyOf(type, symbols) is null)
        {
            return null;
        }

        List<INamedTypeSymbol> missing = [.. SpaceReader.Leaves(type)];
        foreach (IPatternOperation? pattern in patterns)
        {
            missing.RemoveAll(leaf => pattern is null || Takes(pattern, leaf));
        }

        return missing;
    }

    // A null stands for an arm that takes whatever is left.
    private static IEnumerable<IPatternOperation?> Patterns(ISwitchExpressionOperation expression) =>
        expression.Arms
            .Where(arm => arm.Guard is null && !(IsCatchAll(arm.Pattern) && Throws(arm.Value)))
            .Select(arm => IsCatchAll(arm.Pattern) ? null : arm.Pattern);

    private static IEnumerable<IPatternOperation?> Patterns(ISwitchOperation statement)
    {
        foreach (ISwitchCaseOperation section in statement.Cases)
        {
            bool throws = section.Body.Length > 0 && Throws(section.Body[0]);
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                if (clause is IPatternCaseClauseOperation { Guard: null } arm && !(IsCatchAll(arm.Pattern) && throws))
                {
                    yield return IsCatchAll(arm.Pattern) ? null : arm.Pattern;
                }
                else if (clause is IDefaultCaseClauseOperation && !throws)
                {
                    yield return null;
                }
            }
        }
    }

    private static bool Takes(IPatternOperation pattern, INamedTypeSymbol leaf) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchedType is null || declaration.MatchesNull || Covers(declaration.MatchedType, leaf),
        ITypePatternOperation type => Covers(type.MatchedType, leaf),
        IRecursivePatternOperation recursive => Covers(recursive.MatchedType, leaf)
            && recursive.DeconstructionSubpatterns.All(IsCatchAll)
            && recursive.PropertySubpatterns.All(property => IsCatchAll(property.Pattern)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Takes(either.LeftPattern, leaf) || Takes(either.RightPattern, leaf),
        IBinaryPatternOperation both => Takes(both.LeftPattern, leaf) && Takes(both.RightPattern, leaf),
        INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } => true,
        INegatedPatternOperation { Pattern: ITypePatternOperation type } => !Covers(type.MatchedType, leaf),
        _ => false,
    };

    private static bool IsCatchAll(IPatternOperation pattern) =>
        pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true };

    private static bool Throws(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IConversionOperation conversion => Throws(conversion.Operand),
        IExpressionStatementOperation statement => Throws(statement.Operation),
        IBlockOperation { Operations.Length: > 0 } block => Throws(block.Operations[0]),
        _ => false,
    };

    private static bool Covers(ITypeSymbol matched, INamedTypeSymbol leaf)
    {
        for (INamedTypeSymbol? type = leaf; type is not null; type = type.BaseType)
        {
            if (HypermaxSymbols.Is(type.OriginalDefinition, matched.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
