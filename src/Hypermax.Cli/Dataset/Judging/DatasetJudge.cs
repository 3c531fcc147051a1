using Hypermax.Analysis;

namespace Hypermax.Dataset.Judging;

/// <summary>Judges a data set by the protocol of the public one: enough rows, drawn at random, in stages that narrow, measured in seconds.</summary>
internal static class DatasetJudge
{
    /// <summary>Says everything there is to say.</summary>
    /// <param name="folder">The data set.</param>
    public static IReadOnlyList<DatasetRemark> Judge(DatasetFolder folder)
    {
        StudyAnalysis analysis = new(folder.Study);
        return
        [
            .. RowRemarks.Of(folder), .. StageRemarks.Of(folder), .. OutcomeRemarks.Of(analysis), .. TimeRemarks.Of(folder), .. FileRemarks.Of(folder),
        ];
    }
}
