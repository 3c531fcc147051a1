using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hypermax.Storage;
using Hypermax.Studies;

namespace Hypermax.Telemetry;

/// <summary>Measures one study: what happens is told at once, and how it stands is kept for whoever asks.</summary>
/// <remarks>
/// Costs a test of a flag where nobody listens. Listeners are called outside the turns of the store, so that a slow one delays its own
/// thread and nobody else's.
/// </remarks>
internal sealed class StudyMeter : IDisposable
{
    private readonly StudyHeader _header;
    private readonly StudyControl _control;
    private TrialRecord? _best;
    private bool _isNoted;
    private int _read;
    private int _finished;
    private int _running;
    private int _queued;

    public StudyMeter(StudyHeader header, StudyControl control)
    {
        (_header, _control) = (header, control);
        Names = [new(Tags.Study, header.Name)];
        LiveStudies.Add(this);
    }

    /// <summary>Gets the tags that tell the study from others.</summary>
    public KeyValuePair<string, object?>[] Names { get; }

    /// <summary>Gets how many trials run in this process.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Gets how many trials are planned and have not begun.</summary>
    public int Remaining => Math.Max(0, _control.Trials - Volatile.Read(ref _finished) - Running);

    /// <summary>Gets how many points people queued that wait to be tried.</summary>
    public int Queued => Volatile.Read(ref _queued);

    /// <summary>Gets whether it is known how the study stands: from the first trial on that begins or ends while somebody asks.</summary>
    public bool IsNoted => Volatile.Read(ref _isNoted);

    /// <summary>Notes how the study stands; called within a turn of the store, and only while somebody asks.</summary>
    /// <param name="store">The trials; what has finished since the last time is read.</param>
    /// <param name="running">How many trials run in this process.</param>
    /// <param name="queued">How many points people queued that wait to be tried.</param>
    /// <param name="leaders">The best trials, which are asked only while somebody listens.</param>
    public void Note(IStudyStore store, int running, int queued, Leaders leaders)
    {
        int finished = _finished;
        for (; _read < store.Finished.Count; _read++)
        {
            TrialRecord trial = store.Trials[store.Finished[_read]];
            finished += trial.IsAdded || Remeasuring.IsExtra(trial) ? 0 : 1;
        }

        Volatile.Write(ref _running, running);
        Volatile.Write(ref _finished, finished);
        Volatile.Write(ref _queued, queued);
        if (Instruments.BestValue.Enabled)
        {
            Volatile.Write(ref _best, leaders.Best());
        }

        Volatile.Write(ref _isNoted, true);
    }

    /// <summary>Gets the best value of each objective at the best trial.</summary>
    public IEnumerable<Measurement<double>> Best()
    {
        if (Volatile.Read(ref _best) is not { } best)
        {
            yield break;
        }

        for (int i = 0; i < best.Values.Count; i++)
        {
            yield return best.Values.Count == 1
                ? new Measurement<double>(best.Values[i], Names)
                : new Measurement<double>(best.Values[i], [.. Names, new(Tags.Objective, _header.ObjectiveName(i))]);
        }
    }

    /// <summary>Gets when an ask began; 0 where nobody wants to know.</summary>
    public static long BeginAsk() => Instruments.AskTime.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Tells how long an ask took that gave a trial.</summary>
    public void Asked(long began)
    {
        if (began != 0)
        {
            Instruments.AskTime.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>(Tags.Study, _header.Name), new(Tags.Method, _header.Method));
        }
    }

    /// <summary>Tells of a finished trial.</summary>
    public void Told(TrialRecord trial)
    {
        if (!Instruments.IsTold)
        {
            return;
        }

        FailureKind failure = trial.Outcome?.Failure ?? FailureKind.None;
        TagList tags = new() { { Tags.Study, _header.Name }, { Tags.State, TagWords.Of(trial.State) } };
        Instruments.TrialTime.Record(trial.Duration.TotalSeconds, tags);
        if (failure != FailureKind.None)
        {
            tags.Add(Tags.Error, TagWords.Of(failure));
        }

        Instruments.Trials.Add(1, tags);
        if (TagWords.IsKill(failure))
        {
            Instruments.Kills.Add(1, new KeyValuePair<string, object?>(Tags.Study, _header.Name), new(Tags.Kill, TagWords.Of(failure)));
        }
    }

    /// <summary>Tells that a failed trial is run again.</summary>
    public void Retried(FailureKind failure)
    {
        if (Instruments.Retries.Enabled)
        {
            Instruments.Retries.Add(1, new KeyValuePair<string, object?>(Tags.Study, _header.Name), new(Tags.Error, TagWords.Of(failure)));
        }
    }

    public void Dispose() => LiveStudies.Remove(this);
}
