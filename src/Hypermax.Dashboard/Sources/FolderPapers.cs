using System.Collections.Concurrent;
using System.Text;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Watching;
using Hypermax.Writing;

namespace Hypermax.Dashboard.Sources;

/// <summary>What people write about a study, as files in its folder.</summary>
/// <param name="folder">The folder.</param>
internal sealed class FolderPapers(string folder) : IStudyPapers
{
    private const int MostBytes = 400_000;
    private const int TailBytes = 256 * 1024;

    // One file may only be added to by one thread; other processes add in one piece.
    private static readonly Lock Adding = new();

    private readonly ConcurrentDictionary<string, (DateTime Written, string Text)> _known = new(StringComparer.Ordinal);

    public string Read(string name)
    {
        try
        {
            using FileStream file = StudyFiles.OpenRead(folder, name);
            if (file.Length <= MostBytes)
            {
                using StreamReader reader = new(file);
                return reader.ReadToEnd();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }

        throw new IOException(
            FormattableString.Invariant($"'{name}' has more than the {MostBytes} bytes that these pages read of a text. Shorten it in its folder."));
    }

    public string Glance(string name)
    {
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(folder, name));
        if (!_known.TryGetValue(name, out (DateTime Written, string Text) known) || known.Written != written)
        {
            known = (written, ReadOrNothing(name));
            _known[name] = known;
        }

        return known.Text;
    }

    public bool Write(string name, string text, string? before)
    {
        if (before is not null && Read(name) != before)
        {
            return false;
        }

        StudyFiles.RequireWithin(folder, name);
        RequireStudy();
        string path = Path.Combine(folder, name);
        _known.TryRemove(name, out _);
        if (text.Length == 0)
        {
            File.Delete(path);
            return true;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
        return true;
    }

    public void RequireGrowing(string name)
    {
        RequireStudy();
        lock (Adding)
        {
            OpenToAdd(name).Dispose();
        }
    }

    public void Append(string name, string line)
    {
        lock (Adding)
        {
            using FileStream stream = OpenToAdd(name);
            stream.Write([.. Encoding.UTF8.GetBytes(line), (byte)'\n']);
        }
    }

    public IReadOnlyList<string> Last(string name, int count)
    {
        try
        {
            using FileStream stream = StudyFiles.OpenRead(folder, name);
            stream.Seek(-Math.Min(TailBytes, stream.Length), SeekOrigin.End);
            using StreamReader reader = new(stream);
            return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse().Take(count)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Writing would make the folder anew, without a study in it.
    private void RequireStudy()
    {
        if (!File.Exists(Path.Combine(folder, JournalStore.FileName)))
        {
            throw new StudyGoneException("The study is no longer in its folder, so nothing was written. Put its folder back first.");
        }
    }

    private FileStream OpenToAdd(string name)
    {
        StudyFiles.RequireOwn(folder, name);
        return new FileStream(Path.Combine(folder, name), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
    }

    private string ReadOrNothing(string name)
    {
        try
        {
            return Read(name);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
