using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.PostgreSql.Administration;

/// <summary>A study on its way between a folder and a database: its records, which are the same lines in both, and what follows from them.</summary>
/// <param name="Header">What the study is.</param>
/// <param name="Lines">The records, without line feeds; the first one says what the study is.</param>
/// <param name="Trials">The trials that follow from them.</param>
internal sealed record CopiedStudy(StudyHeader Header, IReadOnlyList<byte[]> Lines, IReadOnlyList<TrialRecord> Trials)
{
    /// <summary>Gets what people wrote about the study.</summary>
    public CopiedPapers Papers { get; init; } = CopiedPapers.None;

    /// <summary>Gets how many lines were left out because they are damaged, or signs of life of processes that are gone.</summary>
    public int Passed { get; private init; }

    /// <summary>Reads the journal of a folder.</summary>
    /// <param name="folder">The folder of a study.</param>
    /// <exception cref="FileNotFoundException">It has no journal.</exception>
    /// <exception cref="StudyInUseException">A search goes on in it.</exception>
    /// <exception cref="JournalFormatException">The journal cannot be read as one.</exception>
    public static CopiedStudy ReadFolder(string folder)
    {
        string path = Path.Combine(folder, JournalStore.FileName);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"'{folder}' has no {JournalStore.FileName}; a study folder has one. Give the folder of a study.", path);
        }

        using FolderLock owner = FolderLock.Take(Path.GetFullPath(folder), shared: false);
        using JournalFile file = new(path, canWrite: false);
        return Read(path, (reader, take) =>
        {
            string? Apply(ReadOnlyMemory<byte> record, int line) => take(record, line);
            file.ReadNew(Apply);
            file.SettleEnd(Apply);
            JournalReader.RequireHeader(file, reader);
            return file.Damaged.Count;
        }) with
        {
            Papers = CopiedPapers.ReadFolder(folder),
        };
    }

    /// <summary>Makes a study of lines.</summary>
    /// <param name="lines">The lines, in order.</param>
    /// <param name="place">Where they come from, as people call it.</param>
    public static CopiedStudy OfLines(IReadOnlyList<byte[]> lines, string place) => Read(place, (_, take) =>
    {
        int passed = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            passed += JournalLine.IsSound(lines[i]) && take(lines[i], i + 1) is null ? 0 : 1;
        }

        return passed;
    });

    /// <summary>Gets the same study under another name.</summary>
    public CopiedStudy Named(string? name)
    {
        if (name is null || name == Header.Name)
        {
            return this;
        }

        StudyHeader header = Header with { Name = name };
        return this with { Header = header, Lines = [JournalWriter.Study(header)[..^1], .. Lines.Skip(1)] };
    }

    /// <summary>Writes the journal of a new study folder: whole, or not at all.</summary>
    /// <param name="folder">The folder; created when missing.</param>
    /// <exception cref="IOException">It holds a study already, or cannot be written to.</exception>
    public void WriteFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        using FolderLock owner = FolderLock.Take(Path.GetFullPath(folder), shared: false);
        string path = Path.Combine(folder, JournalStore.FileName);
        if (File.Exists(path))
        {
            throw new IOException($"'{folder}' holds a study already ({JournalStore.FileName}); a copy never writes over one. Name another folder.");
        }

        string draft = path + ".new";
        File.Delete(draft);
        using (FileStream stream = new(draft, FileMode.CreateNew))
        {
            foreach (byte[] line in Lines)
            {
                stream.Write(line);
                stream.WriteByte((byte)'\n');
            }

            stream.Flush(flushToDisk: true);
        }

        Papers.WriteFolder(folder);
        File.Move(draft, path);
    }

    private static CopiedStudy Read(string place, Func<StudyTables, Storage.Journal.RecordReader, int> read)
    {
        StudyTables tables = new();
        JournalReader reader = new(tables, new OwnerWatch(TimeProvider.System, TimeSpan.Zero), place);
        JournalRecord kind = new();
        List<byte[]> lines = [];
        int beats = 0;
        int damaged = read(tables, (record, line) =>
        {
            string? misfit = reader.Apply(record, line);
            kind.Read(record.Span);
            if (misfit is null && kind.Type == "beat")
            {
                beats++;
            }
            else if (misfit is null)
            {
                lines.Add(record.ToArray());
            }

            return misfit;
        });
        return tables.Header is { } header
            ? new CopiedStudy(header, lines, tables.Trials) { Passed = damaged + beats }
            : throw new JournalFormatException($"{place} holds no study yet; there is nothing to copy.");
    }
}
