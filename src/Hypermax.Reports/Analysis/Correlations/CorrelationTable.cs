using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Analysis.Correlations;

/// <summary>The rank correlations of a study: every parameter with the loss, and parameters with each other.</summary>
internal static class CorrelationTable
{
    /// <summary>Makes the square table: a row and a column for the objective and each parameter; empty where nothing can be said.</summary>
    /// <remarks>
    /// <para>With the objective first, the first row tells how each parameter goes with it: above 0, larger values come with
    /// larger values. Between two columns with an order the number is Spearman's, from −1 to 1; with choices without an order
    /// it has no sign (<see cref="AssociationKind"/>). Conditional parameters are measured over the trials that have them.</para>
    /// </remarks>
    /// <param name="data">The study.</param>
    /// <param name="parameters">The parameters in the table, or null for all.</param>
    public static Table Create(StudyData data, IReadOnlyList<int>? parameters = null)
    {
        List<(string Name, Column Column, bool HasOrder)> fields = Fields(data, parameters);
        double[][] values = [.. fields.Select(_ => new double[fields.Count])];
        for (int i = 0; i < fields.Count; i++)
        {
            values[i][i] = 1;
            for (int j = 0; j < i; j++)
            {
                double value = Associations.Measure(fields[i].Column.Values, fields[i].HasOrder, fields[j].Column.Values, fields[j].HasOrder).Value;
                values[i][j] = value;
                values[j][i] = value;
            }
        }

        HashSet<string> taken = new(StringComparer.Ordinal);
        string head = UniqueNames.For("field", taken);
        return new Table([
            Column.OfTexts(head, fields.Select(field => field.Name)),
            .. fields.Select((field, index) => new Column(UniqueNames.For(field.Name, taken), values[index])),
        ]);
    }

    /// <summary>Makes the long table of every pair with its measure and its number of trials.</summary>
    /// <param name="data">The study.</param>
    public static Table CreateLong(StudyData data)
    {
        List<(string Name, Column Column, bool HasOrder)> fields = Fields(data, null);
        List<(string A, string B, Association Association)> rows = [];
        for (int i = 0; i < fields.Count; i++)
        {
            for (int j = i + 1; j < fields.Count; j++)
            {
                rows.Add(
                    (
                        fields[i].Name,
                        fields[j].Name,
                        Associations.Measure(fields[i].Column.Values, fields[i].HasOrder, fields[j].Column.Values, fields[j].HasOrder)));
            }
        }

        return new Table(
            Column.OfTexts("field", rows.Select(row => row.A)),
            Column.OfTexts("with", rows.Select(row => row.B)),
            Column.OfTexts("measure", rows.Select(row => Word(row.Association.Kind))),
            new Column("value", rows.Select(row => row.Association.Value)),
            new Column("trials", rows.Select(row => (double)row.Association.Count)));
    }

    private static List<(string Name, Column Column, bool HasOrder)> Fields(StudyData data, IReadOnlyList<int>? parameters)
    {
        List<(string, Column, bool)> fields = [(data.ValueName, data.ValueColumn, true)];
        foreach (int parameter in parameters ?? [.. Enumerable.Range(0, data.Space.Count)])
        {
            fields.Add((data.Space.Parameters[parameter].Name, data.ParameterColumn(parameter), Associations.HasOrder(data.Space.Parameters[parameter])));
        }

        return fields;
    }

    private static string Word(AssociationKind kind) => kind switch
    {
        AssociationKind.Spearman => "spearman",
        AssociationKind.RankEta => "rank_eta",
        _ => "cramers_v",
    };
}
