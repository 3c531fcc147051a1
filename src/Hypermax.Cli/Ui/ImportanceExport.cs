using Hypermax.Analysis;
using Hypermax.Analysis.Correlations;
using Hypermax.Reports;
using Hypermax.Tables;
using Hypermax.Writing;

namespace Hypermax.Ui;

/// <summary>Writes how much each parameter matters, and how it goes with the value, as a table.</summary>
internal static class ImportanceExport
{
    /// <summary>Writes the table.</summary>
    /// <param name="path">The file; replaced as a whole.</param>
    /// <param name="analysis">The study.</param>
    public static void Write(string path, StudyAnalysis analysis)
    {
        StudyData data = analysis.Data;
        Association[] with =
        [
            .. Enumerable.Range(0, data.Space.Count).Select(i => Associations.Measure(
                data.ValueColumn.Values, true, data.ParameterColumn(i).Values, Associations.HasOrder(data.Space.Parameters[i]))),
        ];
        Table table = new(
            Column.OfTexts("parameter", data.Space.Parameters.Select(parameter => parameter.Name)),
            new Column("share", analysis.Importances.Select(importance => importance.Share)),
            new Column("share_spread", analysis.Importances.Select(importance => importance.Spread)),
            new Column("share_by_ranks", analysis.RankImportances.Select(importance => importance.Share)),
            new Column("correlation", with.Select(association => association.Value)),
            Column.OfTexts("measure", with.Select(association => association.Kind.ToString())),
            new Column("trials", with.Select(association => (double)association.Count)));
        AtomicFile.Write(Path.GetFullPath(path), CsvTableWriter.ToUtf8(table));
    }
}
