using System.Text;
using Hypermax.Charts.Drawing;
using Hypermax.Tables;
using Hypermax.Writing;

namespace Hypermax.Charts.Folder;

/// <summary>Writes and removes the files of one chart.</summary>
internal static class ChartFiles
{
    public static ChartFolderEntry Write(Chart chart, string folder, ChartFolderOptions options, ChartFolderEntry? before, out bool isDrawn)
    {
        ChartSpec spec = chart.Spec;
        List<(string File, byte[] Content)> tables = [(spec.Name + ".csv", CsvTableWriter.ToUtf8(chart.Table))];
        tables.AddRange(chart.Parts.Select(part => ($"{spec.Name}.{ChartNames.Safe(part.Key)}.csv", CsvTableWriter.ToUtf8(part.Value))));
        List<string> files = [.. tables.Select(table => table.File)];
        bool isPair = spec.Parameters.Count > 1;
        double scale = isPair ? options.PairPngScale : options.PngScale;
        string hash = ChartHash.Of(spec, tables.Select(table => table.Content), FormattableString.Invariant($"{options.HasSvg} {(options.HasPng ? scale : 0)}"));
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

        foreach ((string file, byte[] content) in tables)
        {
            AtomicFile.Write(Path.Combine(folder, file), content);
        }

        WritePictures(chart, Path.Combine(folder, spec.Name), options, scale);
        return entry;
    }

    /// <summary>Removes files that an earlier writing made and this one did not.</summary>
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
                File.Delete(path);
            }
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
