using System.Buffers;
using System.Text;
using Hypermax.Charts.Drawing;
using Hypermax.Tables;
using Hypermax.Writing;

namespace Hypermax.Charts.Folder;

/// <summary>Writes and removes the files of one chart.</summary>
internal static class ChartFiles
{
    /// <summary>The tables of the last chart of this thread, for their room: they come in hundreds, and large ones are costly to make anew.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _ofThread;

    public static ChartFolderEntry Write(Chart chart, string folder, ChartFolderOptions options, ChartFolderEntry? before, out bool isDrawn)
    {
        ChartSpec spec = chart.Spec;
        ArrayBufferWriter<byte> tables = _ofThread ??= new ArrayBufferWriter<byte>(1 << 16);
        tables.ResetWrittenCount();
        List<(string File, int End)> ends = [];
        Add(spec.Name + ".csv", chart.Table);
        foreach ((string name, Table part) in chart.Parts)
        {
            Add($"{spec.Name}.{ChartNames.Safe(name)}.csv", part);
        }

        List<string> files = [.. ends.Select(table => table.File)];
        double scale = spec.Parameters.Count > 1 ? options.PairPngScale : options.PngScale;
        string hash = ChartHash.Of(spec, tables.WrittenSpan, FormattableString.Invariant($"{options.HasSvg} {(options.HasPng ? scale : 0)}"));
        if (options.HasSvg)
        {
            files.Add(spec.Name + ".svg");
        }

        if (options.HasPng)
        {
            files.Add(spec.Name + ".png");
        }

        ChartFolderEntry entry = new(spec.Name, spec.Kind, spec.Title, hash, files);
        isDrawn = before is null || before.Hash != hash || !files.TrueForAll(file => File.Exists(Path.Combine(folder, file)));
        if (!isDrawn)
        {
            return entry;
        }

        int start = 0;
        foreach ((string file, int end) in ends)
        {
            AtomicFile.Write(Path.Combine(folder, file), tables.WrittenMemory[start..end]);
            start = end;
        }

        WritePictures(chart, Path.Combine(folder, spec.Name), options, scale);
        return entry;

        void Add(string file, Table table)
        {
            CsvTableWriter.Write(table, tables);
            ends.Add((file, tables.WrittenCount));
        }
    }

    /// <summary>Removes files that an earlier writing made and this one did not, and folders that nothing is left in.</summary>
    public static void RemoveStale(string folder, IReadOnlyList<ChartFolderEntry> before, IReadOnlyList<ChartFolderEntry> after)
    {
        HashSet<string> kept = [.. after.SelectMany(entry => entry.Files)];
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (string file in before.SelectMany(entry => entry.Files).Where(file => !kept.Contains(file)))
        {
            // The index is a file like any other: what it names outside the folder is not ours.
            string path = Path.GetFullPath(Path.Combine(folder, file));
            if (path.StartsWith(root, StringComparison.Ordinal))
            {
                Delete(path, root);
            }
        }
    }

    /// <summary>Removes a folder that nothing is in, unless it is a link that somebody made.</summary>
    /// <returns>Whether it was removed.</returns>
    public static bool RemoveIfEmpty(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null || Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return false;
        }

        Directory.Delete(folder);
        return true;
    }

    private static void Delete(string path, string root)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            return;
        }

        File.Delete(path);
        while (folder.Length >= root.Length && RemoveIfEmpty(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
    }

    private static void WritePictures(Chart chart, string path, ChartFolderOptions options, double scale)
    {
        if (options.HasSvg && options.HasPng)
        {
            (byte[] svg, byte[] png) = ChartPictures.Write(chart, scale);
            AtomicFile.Write(path + ".svg", svg);
            AtomicFile.Write(path + ".png", png);
        }
        else if (options.HasSvg)
        {
            AtomicFile.Write(path + ".svg", Encoding.UTF8.GetBytes(SvgChartWriter.Write(chart)));
        }
        else if (options.HasPng)
        {
            AtomicFile.Write(path + ".png", PngChartWriter.Write(chart, scale));
        }
    }
}
