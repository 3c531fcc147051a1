using Hypermax.Files;
using Hypermax.ProcessTable;

namespace Hypermax.Execution.Usages;

/// <summary>The file in which this process says what its trials of one study use; whoever reads it finds a whole one, without a lock.</summary>
/// <remarks>A disk that is full or a folder that cannot be written to costs the file, never a trial. Used by one thread at a time.</remarks>
/// <param name="studyFolder">The folder of the study.</param>
internal sealed class UsageFile(string studyFolder) : IUsageBoard
{
    /// <summary>The folder of these files within that of a study.</summary>
    public const string FolderName = "running";

    /// <summary>How the names of the files end.</summary>
    public const string Extension = ".usage.json";

    private const string DraftExtension = ".tmp";

    private static readonly TimeSpan Left = TimeSpan.FromMinutes(1);

    private readonly string _folder = Path.GetFullPath(Path.Combine(studyFolder, FolderName));
    private readonly UsagePace _pace = new();
    private long _stamp;
    private bool _isThere;

    private string FilePath => Path.Combine(_folder, NameOf(ProcessName.Self) + Extension);

    /// <inheritdoc/>
    public void Tell(IReadOnlyList<RunningUsage> trials)
    {
        if (_pace.IsDue(trials))
        {
            Write(trials);
        }
    }

    /// <summary>Writes what the trials use, in the place of what was said before.</summary>
    public void Write(IReadOnlyList<RunningUsage> trials) =>
        _pace.Tell(trials, () => Replace(new UsageSheet(ProcessName.Self, ++_stamp, trials).ToJson()));

    /// <summary>Removes the file, and the folder when nobody else has one there.</summary>
    public void Clear()
    {
        if (_isThere)
        {
            Try(() => File.Delete(FilePath));
            Try(() => File.Delete(FilePath + DraftExtension));
            Try(() => Directory.Delete(_folder));
        }
    }

    // The draft has one name, so that a full disk does not collect drafts.
    private void Replace(byte[] content)
    {
        // Whoever removes a study does not want its folder back.
        if (!Directory.Exists(Path.GetDirectoryName(_folder)))
        {
            return;
        }

        Directory.CreateDirectory(_folder);
        PlainFile.RefuseLink(_folder);
        string draft = FilePath + DraftExtension;
        using (FileStream file = PlainFile.Create(draft, FileShare.Read))
        {
            file.Write(content);
        }

        File.Move(draft, FilePath, overwrite: true);
        if (!_isThere)
        {
            _isThere = true;
            Sweep();
        }
    }

    // What killed processes left: of this machine one knows them, and others by the age of their files beside this one, which the same file system dated.
    // Whoever lives writes it again.
    private void Sweep()
    {
        DateTime now = File.GetLastWriteTimeUtc(FilePath);
        foreach (string file in Directory.EnumerateFiles(_folder, $"*{Extension}*"))
        {
            Try(() =>
            {
                if (now - File.GetLastWriteTimeUtc(file) > Left || IsOfAnEndedProcess(file))
                {
                    File.Delete(file);
                }
            });
        }
    }

    private static bool IsOfAnEndedProcess(string path)
    {
        using FileStream file = PlainFile.OpenRead(path);
        return UsageSheet.TryRead(file) is { } sheet && ProcessName.HasEnded(sheet.Process) == true;
    }

    private static string NameOf(string process) =>
        string.Concat(process.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-'));

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is gone, others use it, or nobody may write there any more.
        }
    }
}
