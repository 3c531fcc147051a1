using System.Text;
using System.Text.Json;
using Hypermax.Execution;
using Hypermax.Search;
using Hypermax.Spaces;

namespace Hypermax.SearchFile;

/// <summary>Keeps <c>current_trials.json</c>: the running trials with their parameters and slots, as Hypermax writes it.</summary>
/// <param name="clock">Tells when to look.</param>
internal sealed class CurrentTrials(TimeProvider clock) : ISearchObserver
{
    public const string FileName = "current_trials.json";
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = 4 };
    private readonly Lock _lock = new();
    private RunningTrials? _running;
    private string _path = string.Empty;
    private string _written = string.Empty;
    private ITimer? _timer;

    public void Begin(SearchTask task, Study study, RunningTrials running)
    {
        _path = Path.Combine(study.Folder!, FileName);
        _running = running;
        _timer = clock.CreateTimer(_ => Write(_running.Now), state: null, Often, Often);
    }

    public void Add(StudyProgress progress)
    {
        // The timer looks often enough.
    }

    public void End(StudyResult? result)
    {
        _timer?.Dispose();
        Write([]);
    }

    public void Dispose() => _timer?.Dispose();

    private void Write(IReadOnlyList<(TrialJob Job, TimeSpan Elapsed)> running)
    {
        lock (_lock)
        {
            string text = Text([.. running.Select(trial => trial.Job).OrderBy(job => job.Slot)]);
            if (text == _written)
            {
                return;
            }

            try
            {
                ResultFiles.Replace(_path, text);
                _written = text;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The next look tries again; the trials themselves are in the journal.
            }
        }
    }

    private static string Text(IReadOnlyList<TrialJob> jobs)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Indented))
        {
            writer.WriteStartArray();
            foreach (TrialJob job in jobs)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("params");
                NestedPointJson.Write(writer, job.Space, job.Point);
                writer.WriteNumber("trial", job.Number);
                writer.WriteNumber("worker", job.Slot);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
