using System.Diagnostics;
using Hypermax.Analysis;
using Hypermax.Reports;
using Hypermax.Storage;

namespace Hypermax.Ui.Live;

/// <summary>Keeps what is made from trials as long as they are the same; the analysis a little longer, as it costs more.</summary>
internal sealed class ModelCache
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private IReadOnlyList<TrialRecord>? _trials;
    private StudyData? _data;
    private StudyAnalysis? _analysis;
    private long _analysed;

    public (StudyData Data, StudyAnalysis Analysis) Of(StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        if (!ReferenceEquals(trials, _trials) || _data is null)
        {
            (_trials, _data) = (trials, new StudyData(header, trials));
        }

        bool isOld = _analysis is not null && _analysis.Data != _data && Stopwatch.GetElapsedTime(_analysed) > Fresh;
        if (_analysis is null || isOld)
        {
            (_analysis, _analysed) = (new StudyAnalysis(_data), Stopwatch.GetTimestamp());
        }

        return (_data, _analysis);
    }
}
