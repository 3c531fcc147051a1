using Hypermax.Analysis;
using Hypermax.Analysis.Correlations;
using Hypermax.Analysis.Findings;
using Hypermax.Reports;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>How much each parameter matters, how it goes with the value, and what the trials teach about the space.</summary>
internal static class ImportanceView
{
    private const int Fewest = 8;

    public static IReadOnlyList<ScreenLine> Lines(UiModel model, Area area)
    {
        StudyAnalysis analysis = model.Analysis;
        StudyData data = analysis.Data;
        if (data.Complete.Count < Fewest)
        {
            return [FormattableString.Invariant($"Importances need {Fewest} complete trials; there are {data.Complete.Count}.")];
        }

        int name = Math.Clamp(data.Space.Parameters.Max(parameter => CellText.Width(parameter.Name)), 9, Math.Max(9, area.Width / 3));
        int bar = Math.Clamp(area.Width - name - 32, 0, 30);
        List<ScreenLine> lines =
        [
            new Piece($"{CellText.Fit("parameter", name)}  {CellText.Fit("share", 7 + bar)} {CellText.Fit("by ranks", 9)} with {data.ValueName}", Tone.Head),
        ];
        foreach (int i in analysis.ByImportance)
        {
            double share = analysis.Importances[i].Share;
            (string done, string rest) = area.BarOf(share, bar);
            Association with = Associations.Measure(
                data.ValueColumn.Values, true, data.ParameterColumn(i).Values, Associations.HasOrder(data.Space.Parameters[i]));
            lines.Add(new ScreenLine(
                CellText.Fit(data.Space.Parameters[i].Name, name),
                FormattableString.Invariant($"  {share * 100,4:0} %  "),
                new Piece(done, Tone.Good),
                new Piece(rest, Tone.Faint),
                FormattableString.Invariant($" {analysis.RankImportances[i].Share * 100,4:0} %    "),
                With(with, area)));
        }

        IReadOnlyList<Finding> findings = analysis.Findings;
        if (findings.Count > 0)
        {
            lines.Add(ScreenLine.Empty);
            lines.AddRange(findings.SelectMany(finding => CellText.Wrap($"* {finding}", area.Width)).Select(line => (ScreenLine)line));
        }

        return lines;
    }

    // Without an order there is no direction, only a strength.
    private static Piece With(Association with, Area area) => double.IsNaN(with.Value) ? new Piece(area.Dash, Tone.Faint)
        : with.Kind == AssociationKind.Spearman ? FormattableString.Invariant($"{with.Value:+0.00;-0.00}")
        : FormattableString.Invariant($" {with.Value:0.00} (no order)");
}
