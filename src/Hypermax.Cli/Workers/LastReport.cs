using Hypermax.Build.Protocol;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Stores;

namespace Hypermax.Workers;

/// <summary>Writes the report of a shared study: whoever leaves last does; <c>hypermax report</c> does where the last one was killed.</summary>
internal sealed class LastReport(SearchTask task, SearchLines lines, TimeProvider clock)
{
    private const string LockName = "report.lock";

    private bool IsFolder => task.Plan.Options.StoreAddress is not { } address || StoreText.IsFolder(address);

    /// <summary>Writes the report, unless others are still at work and will.</summary>
    /// <param name="isOver">Whether the study is finished.</param>
    /// <param name="endedBy">What ended it.</param>
    public void WriteIfLast(bool isOver, string endedBy)
    {
        try
        {
            bool isFolder = IsFolder;
            if (isFolder ? FolderLock.OwnerOf(task.Folder) is not null : !isOver)
            {
                return;
            }

            // Several may have seen the end in the same moment; each of them knows all trials.
            string path = Path.Combine(task.Folder, LockName);
            using (FileStream mine = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1))
            {
                Write(isOver, endedBy);
            }

            File.Delete(path);
        }
        catch (IOException error) when (FolderLock.IsHeld(error))
        {
            // Somebody writes it.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JournalFormatException or StudyInUseException)
        {
            lines.Say(
                BuildRules.ReportIncomplete,
                $"The report of '{task.Name}' was not written: {TrialText.FirstLine(error.Message)} The trials themselves are kept; "
                    + $"'hypermax report {task.Folder}' writes it.");
        }
    }

    private void Write(bool isOver, string endedBy)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = Read();
        isOver |= trials.Count(trial => trial.IsFinished && !trial.IsAdded) >= task.Plan.Options.Trials;
        ReportOutcome report = ReportWriter.Write(header, trials, task.Folder, new ReportOptions
        {
            Charts = task.Plan.Charts,
            Detail = isOver ? ReportDetail.Everything : ReportDetail.Pages,
            IsRunning = false,
            EndedBy = isOver ? endedBy : "its workers, which left; more workers go on with it",
            Clock = clock,
        });
        foreach (ReportFailure failure in report.Failures)
        {
            lines.Say(BuildRules.ReportIncomplete, $"The report of '{task.Name}' lacks {failure.Part}: {TrialText.FirstLine(failure.Reason)}");
        }

        lines.Message($"  report: {Path.Combine(task.Folder, "report.html")}");
    }

    private (StudyHeader Header, IReadOnlyList<TrialRecord> Trials) Read()
    {
        if (IsFolder)
        {
            JournalSnapshot study = JournalSnapshot.Read(task.Folder);
            return (study.Header!, study.Trials);
        }

        using IStudyStore store = StoreOpening.Open(task, lines, clock);
        using (store.Look())
        {
            return (store.Header!, [.. store.Trials]);
        }
    }
}
