using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hypermax.Charts.Json;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Folder;

/// <summary>Hashes that tell whether a chart, or the whole study, changed since it was drawn.</summary>
internal static class ChartHash
{
    /// <summary>Raised when drawing changes, so that old pictures are drawn again.</summary>
    private const string Drawing = "3";

    /// <summary>Hashes everything that a chart draws.</summary>
    public static string Of(ChartSpec spec, ReadOnlySpan<byte> tables, string options)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Drawing + " " + options));
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            SpecJson.Write(writer, new Chart(spec, new Table()), new ColumnPool());
        }

        hash.AppendData(json.GetBuffer(), 0, (int)json.Length);
        hash.AppendData(tables);
        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 8));
    }

    /// <summary>Hashes the facts of a study that charts are made of.</summary>
    public static string OfStudy(StudyData data, ChartFolderOptions options)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{Drawing} {options.HasSvg} {options.HasPng} {options.PngScale:R} {options.PairPngScale:R} {options.Charts.MostParameters} "
            + $"{options.Charts.MostPairedParameters} {options.Charts.IsShort} {options.Charts.TopShare:R} {string.Join(' ', data.Header.Directions)}")));
        hash.AppendData(Encoding.UTF8.GetBytes(Spaces.SpaceJson.Write(data.Space)));
        foreach (TrialRecord trial in data.Trials)
        {
            double[] facts =
            [
                trial.Number, (int)trial.State, (int)(trial.Outcome?.Failure ?? FailureKind.None), trial.Worker, trial.Started.UtcTicks, trial.Duration.Ticks,
                trial.Outcome?.Reports.Count ?? 0, trial.Outcome?.Usage?.PeakBytes ?? 0, trial.Value, .. trial.Outcome?.Values ?? [], .. trial.Point,
            ];
            hash.AppendData(MemoryMarshal.AsBytes<double>(facts));
        }

        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
