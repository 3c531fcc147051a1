using System.Diagnostics;
using Hypermax.Files;

namespace Hypermax.Storage.Journal;

/// <summary>The lock by which several processes take turns on one journal, held for one ask or tell at a time.</summary>
internal sealed class JournalTurns : IDisposable
{
    public const string FileName = "journal.turn";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly string _path;
    private readonly JournalFile _journal;
    private FileStream? _held;
    private int _depth;

    public JournalTurns(string folder, JournalFile journal)
    {
        _journal = journal;
        _path = Path.Combine(folder, FileName);
        PlainFile.RefuseLink(_path);
    }

    /// <summary>Waits for this process's turn; the same thread may enter again.</summary>
    public IDisposable Take(Turn inner)
    {
        if (_depth == 0)
        {
            _held = Open();
            Renew();
        }

        _depth++;
        return new Held(this, inner);
    }

    public void Dispose() => _held?.Dispose();

    private FileStream Open()
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException error) when (FolderLock.IsHeld(error) && Stopwatch.GetElapsedTime(started) < Longest)
            {
                // Held by another process for the length of one ask or tell; there is no event to wait for.
                Thread.Sleep(1);
            }
        }
    }

    // The lock on the turn keeps others out; that on the journal itself makes a network file system look at the file anew.
    private void Renew()
    {
        try
        {
            long started = Stopwatch.GetTimestamp();
            while (!_journal.TryBeginTurn())
            {
                if (Stopwatch.GetElapsedTime(started) > Longest)
                {
                    throw new IOException($"Another process holds a lock on '{_journal.Path}' and lets nobody write to it. Find out which one, and end it.");
                }

                Thread.Sleep(1);
            }
        }
        catch
        {
            _held!.Dispose();
            _held = null;
            throw;
        }
    }

    private void Leave(Turn inner)
    {
        if (--_depth == 0)
        {
            _journal.EndTurn();
            _held!.Dispose();
            _held = null;
        }

        inner.Dispose();
    }

    private sealed class Held(JournalTurns turns, Turn inner) : IDisposable
    {
        public void Dispose() => turns.Leave(inner);
    }
}
